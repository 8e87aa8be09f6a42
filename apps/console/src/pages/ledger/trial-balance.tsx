import './words';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { Download } from '../../parts/download';
import { ChoiceFilter, Filters, TextFilter } from '../../parts/filters';
import { instantOfField } from '../../parts/instant-field';
import { useListState } from '../../parts/list-state';
import { Loaded } from '../../parts/loaded';
import { StateTag } from '../../parts/state-tag';
import { BalanceLines } from './balance-lines';
import { BalanceSides } from './balance-sides';
import { MonthFilter } from './month-filter';
import { InstantFilter } from './instant-filter';
import { useBookMonth } from './use-book-month';

/** What was there before a month, what moved in it and what is there since; or all that was booked until an instant. */
export function TrialBalance(): ReactNode {
  const { t, i18n } = useTranslation('ledger');
  const { filters } = useListState();
  const month = useBookMonth();
  const { at, account, drill } = filters;
  const asked = {
    ...(at === undefined ? { month } : { at: instantOfField(at) }),
    ...(account === undefined ? {} : { account }),
  };
  const query = useQuery({
    queryKey: ['trial-balance', asked],
    queryFn: () => answerOf(client.GET('/v1/ledger/trial-balance', { params: { query: asked } })),
  });
  const known = query.data?.lines ?? [];
  const named = new Map(
    known.map((one) => [one.ledgerAccount, i18n.language === 'zh' ? one.chinese : one.name]),
  );
  const href = `/v1/ledger/trial-balance/export.csv?${new URLSearchParams(asked).toString()}`;
  return (
    <>
      <Filters>
        {at === undefined ? <MonthFilter /> : null}
        <InstantFilter />
        <TextFilter name="account" label={t('account')} />
        <ChoiceFilter
          name="drill"
          label={t('drill')}
          width={260}
          options={[...named].map(([value, name]) => ({ value, label: `${value} ${name}` }))}
        />
        <Download href={href} label={t('csv')} />
      </Filters>
      <Loaded query={query}>
        {({ balanced, lines, totals }) => (
          <>
            <p>
              <StateTag tone={balanced ? 'good' : 'bad'}>{t(balanced ? 'balanced' : 'unbalanced')}</StateTag>
            </p>
            <BalanceSides totals={totals} />
            <h2>{t('trialBalance')}</h2>
            <BalanceLines
              lines={lines.filter(({ ledgerAccount }) => drill === undefined || ledgerAccount === drill)}
            />
          </>
        )}
      </Loaded>
    </>
  );
}
