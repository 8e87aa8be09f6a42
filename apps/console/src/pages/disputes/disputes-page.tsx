import './words';
import type { View } from '@ciyuan/client';
import { Flex } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answerOf, client } from '../../api/client';
import { ChoiceFilter, Filters, TextFilter } from '../../parts/filters';
import { Instant } from '../../parts/instant';
import { useListState } from '../../parts/list-state';
import { ListTable, type ListColumn } from '../../parts/list-table';
import { Page } from '../../parts/page';
import { useSession } from '../../session/session';
import { DisputeState } from './dispute-state';
import { DueOn } from './due-on';

type Dispute = View<'DisputeView'>;

const STATES = ['open', 'proposed', 'upheld', 'rejected', 'withdrawn'] as const;

interface DisputesPageProps {
  /** Where this list is, for partners see their own at another address. */
  readonly base?: string;
}

export function DisputesPage({ base = '/disputes' }: DisputesPageProps): ReactNode {
  const { t } = useTranslation('disputes');
  const { role } = useSession();
  const { filters } = useListState();
  const columns: ListColumn<Dispute>[] = [
    { title: t('id'), render: ({ id }) => <Link to={`${base}/${id}`}>{t('dispute', { id })}</Link> },
    { title: t('party'), render: ({ party }) => party },
    { title: t('month'), render: ({ month }) => month },
    { title: t('lines'), render: ({ lines }) => <LineStates states={lines.map(({ state }) => state)} /> },
    { title: t('dueOn'), render: (dispute) => <DueOn dispute={dispute} />, sort: 'dueOn' },
    { title: t('openedAt'), render: ({ openedAt }) => <Instant at={openedAt} />, sort: 'openedAt' },
    { title: t('openedBy'), render: ({ openedBy }) => openedBy },
    { title: t('note'), render: ({ note }) => note ?? '–' },
  ];
  return (
    <Page title={t('disputes')}>
      <Filters>
        <TextFilter name="month" label={t('month')} type="month" />
        {role === 'partner' ? null : <TextFilter name="party" label={t('party')} />}
        <ChoiceFilter
          name="state"
          label={t('state')}
          options={STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
        />
        <ChoiceFilter
          name="overdue"
          label={t('dueOn')}
          options={[{ value: 'true', label: t('overdueOnly') }]}
        />
      </Filters>
      <ListTable<Dispute>
        label={t('disputes')}
        queryKey={['disputes', filters]}
        columns={columns}
        rowKey={({ id }) => id}
        initialSort="-openedAt"
        load={async (page) => {
          const query = { ...filters, ...page } as object;
          const { disputes, next } = await answerOf(client.GET('/v1/disputes', { params: { query } }));
          return { items: disputes, next };
        }}
      />
    </Page>
  );
}

/** How many lines are in which state. */
function LineStates({ states }: { readonly states: readonly string[] }): ReactNode {
  const kinds = [...new Set(states)];
  return (
    <Flex gap={4} wrap>
      {kinds.map((state) => (
        <span key={state}>
          <DisputeState state={state} /> {states.filter((one) => one === state).length}
        </span>
      ))}
    </Flex>
  );
}
