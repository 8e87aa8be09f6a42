import './words';
import type { View } from '@ciyuan/client';
import { useQuery } from '@tanstack/react-query';
import { Flex } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answerOf, client } from '../../api/client';
import { Money } from '../../parts/figures';
import { Loaded } from '../../parts/loaded';
import { PlainTable } from '../../parts/plain-table';
import { StateTag } from '../../parts/state-tag';

type Deferred = View<'DeferredView'>;

/** What a column is called here; the others by their own names. */
const FIGURES = [
  ['opening', 'opening'],
  ['sold', 'soldMoney'],
  ['stated', 'stated'],
  ['received', 'received'],
  ['given', 'given'],
  ['recognised', 'recognised'],
  ['breakage', 'breakageNet'],
  ['closing', 'closing'],
] as const;

/** What is paid for and not yet used at the end of the last month, and how it came to that. */
export function DeferredMonth({ month }: { readonly month: string }): ReactNode {
  const { t } = useTranslation('reports');
  const query = useQuery({
    queryKey: ['deferred-revenue', month],
    queryFn: () => answerOf(client.GET('/v1/ledger/deferred-revenue', { params: { query: { month } } })),
  });
  return (
    <section aria-label={t('deferred')}>
      <h2>{`${t('deferred')} · ${month}`}</h2>
      <Loaded query={query} rows={3}>
        {({ totals, reconciled }) => (
          <>
            <Flex gap={12} style={{ marginBottom: 8 }}>
              <StateTag tone={reconciled ? 'good' : 'bad'}>
                {t(reconciled ? 'reconciled' : 'notReconciled')}
              </StateTag>
              <Link to={`/ledger?tab=deferred&month=${month}`}>{t('toDeferred')}</Link>
            </Flex>
            <PlainTable<Deferred>
              label={t('deferred')}
              rows={totals}
              rowKey={({ currency }) => currency}
              columns={[
                { title: t('currency'), render: ({ currency }) => currency },
                ...FIGURES.map(([figure, title]) => ({
                  title: t(title),
                  render: (line: Deferred) => <Money amount={line[figure]} />,
                  isFigure: true,
                })),
              ]}
            />
          </>
        )}
      </Loaded>
    </section>
  );
}
