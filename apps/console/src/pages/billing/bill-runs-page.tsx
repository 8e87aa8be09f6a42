import './words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answerOf, client } from '../../api/client';
import { ChoiceFilter, Filters, TextFilter } from '../../parts/filters';
import { Instant } from '../../parts/instant';
import { useListState } from '../../parts/list-state';
import { ListTable, type ListColumn } from '../../parts/list-table';
import { Page } from '../../parts/page';
import { useSession, type Role } from '../../session/session';
import { BillingState } from './billing-state';
import { StartBillRun } from './start-bill-run';

type Run = View<'BillRunView'>;

const STATES = ['calculating', 'draft', 'finalising', 'final', 'superseded'] as const;
const MAKERS: readonly Role[] = ['finance', 'maker', 'admin'];

export function BillRunsPage(): ReactNode {
  const { t } = useTranslation('billing');
  const { role } = useSession();
  const { filters } = useListState();
  const columns: ListColumn<Run>[] = [
    { title: t('id'), render: ({ id }) => <Link to={`/bill-runs/${id}`}>{t('run', { id })}</Link> },
    { title: t('cutOff'), render: ({ cutOff }) => <Instant at={cutOff} />, sort: 'cutOff' },
    { title: t('state'), render: ({ state }) => <BillingState state={state} /> },
    { title: t('graceUntil'), render: ({ graceUntil }) => <Instant at={graceUntil} /> },
    { title: t('createdBy'), render: ({ createdBy }) => createdBy },
    { title: t('createdAt'), render: ({ createdAt }) => <Instant at={createdAt} />, sort: 'createdAt' },
    { title: t('finalisedBy'), render: ({ finalisedBy }) => finalisedBy ?? '–' },
    { title: t('finalisedAt'), render: ({ finalisedAt }) => <Instant at={finalisedAt} /> },
  ];
  return (
    <Page title={t('runs')} actions={MAKERS.includes(role) ? <StartBillRun /> : null}>
      <Filters>
        <ChoiceFilter
          name="state"
          label={t('state')}
          options={STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
        />
        <TextFilter name="createdBy" label={t('createdBy')} />
      </Filters>
      <ListTable<Run>
        label={t('runs')}
        queryKey={['bill-runs', filters]}
        columns={columns}
        rowKey={({ id }) => id}
        initialSort="-createdAt"
        load={async (page) => {
          const query = { ...filters, ...page } as object;
          const { billRuns, next } = await answerOf(client.GET('/v1/bill-runs', { params: { query } }));
          return { items: billRuns, next };
        }}
      />
    </Page>
  );
}
