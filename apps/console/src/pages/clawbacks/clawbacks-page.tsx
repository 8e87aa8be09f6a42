import './words';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { ChoiceFilter, Filters, TextFilter } from '../../parts/filters';
import { useListState } from '../../parts/list-state';
import { Loaded } from '../../parts/loaded';
import { Page } from '../../parts/page';
import { CASHIERS, useMay } from '../../session/may';
import { CLAWBACK_STATES, stateOf } from './clawback';
import { ClawbacksTable } from './clawbacks-table';
import { RequestClawback } from './request-clawback';

/** Shares of revenue that did not last: asked for by one person, decided by another. */
export function ClawbacksPage(): ReactNode {
  const { t } = useTranslation('clawbacks');
  const { month, state } = useListState().filters;
  const mayAsk = useMay(CASHIERS);
  const query = useQuery({
    queryKey: ['clawbacks', month],
    queryFn: () =>
      answerOf(client.GET('/v1/clawbacks', { params: { query: month === undefined ? {} : { month } } })),
  });
  return (
    <Page title={t('clawbacks')} actions={mayAsk ? <RequestClawback month={month} /> : null}>
      <Filters>
        <TextFilter name="month" label={t('month')} type="month" />
        <ChoiceFilter
          name="state"
          label={t('state')}
          options={CLAWBACK_STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
        />
      </Filters>
      <Loaded query={query}>
        {({ clawbacks }) => (
          <ClawbacksTable
            clawbacks={clawbacks.filter((one) => state === undefined || stateOf(one) === state)}
          />
        )}
      </Loaded>
    </Page>
  );
}
