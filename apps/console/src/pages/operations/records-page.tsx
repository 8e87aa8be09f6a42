import './words';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { ChoiceFilter, Filters, TextFilter } from '../../parts/filters';
import { beginningOf, dayBefore, dayFromToday } from '../../parts/instant';
import { useListState } from '../../parts/list-state';
import { ListTable } from '../../parts/list-table';
import { Page } from '../../parts/page';
import { usageColumns, type ListedUsage } from './usage-columns';

/** As far back as the list goes where nobody says. */
const DAYS = 31;
const STATES = ['charged', 'suspense', 'void'] as const;

interface RecordsPageProps {
  /** A partner sees its own alone, and is led nowhere else. */
  readonly isOwn?: boolean;
}

export function RecordsPage({ isOwn = false }: RecordsPageProps): ReactNode {
  const { t } = useTranslation('operations');
  const { filters } = useListState();
  const { until, ...others } = filters;
  const from = filters['from'] ?? (until === undefined ? dayFromToday(1 - DAYS) : dayBefore(until, DAYS));
  return (
    <Page title={t('records')}>
      <Filters>
        <TextFilter name="from" label={t('from')} type="date" fallback={from} />
        <TextFilter name="until" label={t('until')} type="date" />
        <TextFilter name="account" label={t('account')} />
        {isOwn ? null : <TextFilter name="partner" label={t('partner')} />}
        <TextFilter name="model" label={t('model')} />
        <TextFilter name="plan" label={t('plan')} />
        <ChoiceFilter
          name="state"
          label={t('state')}
          options={STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
        />
      </Filters>
      <ListTable<ListedUsage>
        label={t('records')}
        queryKey={['usage', filters, from]}
        columns={usageColumns(t, { isLinked: !isOwn })}
        rowKey={({ partner, source, id }) => `${partner} ${source} ${id}`}
        initialSort="-at"
        load={async (page) => {
          const days = {
            from: beginningOf(from),
            ...(until === undefined ? {} : { until: beginningOf(until) }),
          };
          const query = { ...others, ...days, ...page } as object;
          const { records, next } = await answerOf(client.GET('/v1/usage', { params: { query } }));
          return { items: records, next };
        }}
      />
    </Page>
  );
}
