import './words';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { Download } from '../../parts/download';
import { Filters } from '../../parts/filters';
import { Loaded } from '../../parts/loaded';
import { StateTag } from '../../parts/state-tag';
import { DeferredReconciliation } from './deferred-reconciliation';
import { DeferredTable } from './deferred-table';
import { MonthFilter } from './month-filter';
import { useBookMonth } from './use-book-month';

/** How a month's deferred revenue rolls forward, plan by plan, beside what the ledger has. */
export function DeferredRevenue(): ReactNode {
  const { t } = useTranslation('ledger');
  const month = useBookMonth();
  const query = useQuery({
    queryKey: ['deferred-revenue', month],
    queryFn: () => answerOf(client.GET('/v1/ledger/deferred-revenue', { params: { query: { month } } })),
  });
  return (
    <>
      <Filters>
        <MonthFilter />
        <Download href={`/v1/ledger/deferred-revenue/export.csv?month=${month}`} label={t('csv')} />
      </Filters>
      <Loaded query={query}>
        {({ lines, totals, reconciled, reconciliation }) => (
          <>
            <p>
              <StateTag tone={reconciled ? 'good' : 'bad'}>
                {t(reconciled ? 'reconciled' : 'notReconciled')}
              </StateTag>
            </p>
            <DeferredTable lines={[...lines, ...totals]} />
            <h2>{t('reconciliation')}</h2>
            <DeferredReconciliation rows={reconciliation} />
          </>
        )}
      </Loaded>
    </>
  );
}
