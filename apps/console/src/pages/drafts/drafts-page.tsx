import '../catalogue/words';
import './words';
import type { View, operations } from '@ciyuan/client';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answerOf, client } from '../../api/client';
import { ChoiceFilter, Filters, TextFilter } from '../../parts/filters';
import { Instant } from '../../parts/instant';
import { useListState } from '../../parts/list-state';
import { ListTable, type ListColumn, type ListPage } from '../../parts/list-table';
import { Page } from '../../parts/page';
import { useSession } from '../../session/session';
import { DOCUMENT_KINDS } from '../catalogue/kinds';
import { DRAFT_STATES, DraftState } from './draft-state';

type Draft = View<'DraftView'>;
type DraftsQuery = NonNullable<operations['listDrafts']['parameters']['query']>;

/** What is being written, waits for a signature, or was decided. */
export function DraftsPage(): ReactNode {
  const { t } = useTranslation(['drafts', 'catalogue']);
  const { role } = useSession();
  const { filters } = useListState();
  return (
    <Page
      title={t('drafts')}
      actions={
        role === 'maker' || role === 'admin' ? (
          <Link to="/drafts/new?kind=plan">
            <Button type="primary">{t('newPlan')}</Button>
          </Link>
        ) : null
      }
    >
      <Filters>
        <ChoiceFilter
          name="state"
          label={t('state')}
          options={DRAFT_STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
        />
        <ChoiceFilter
          name="kind"
          label={t('catalogue:kind')}
          options={DOCUMENT_KINDS.map((value) => ({ value, label: t(`catalogue:kinds.${value}`) }))}
        />
        <TextFilter name="code" label={t('catalogue:code')} />
        <TextFilter name="author" label={t('author')} />
      </Filters>
      <ListTable<Draft>
        label={t('drafts')}
        queryKey={['drafts', filters]}
        load={(page) => load(filters, page)}
        rowKey={({ id }) => id}
        columns={useColumns()}
        initialSort="-createdAt"
      />
    </Page>
  );
}

function useColumns(): ListColumn<Draft>[] {
  const { t } = useTranslation(['drafts', 'catalogue']);
  return [
    { title: t('draft'), render: ({ id }) => <Link to={`/drafts/${id}`}>#{id}</Link> },
    { title: t('catalogue:kind'), render: ({ kind }) => t(`catalogue:kinds.${kind}`) },
    { title: t('catalogue:code'), render: ({ code, id }) => <Link to={`/drafts/${id}`}>{code}</Link> },
    { title: t('state'), render: ({ state }) => <DraftState state={state} /> },
    { title: t('author'), render: ({ author }) => author },
    {
      title: t('catalogue:effectiveFrom'),
      render: ({ effectiveFrom }) => <Instant at={effectiveFrom} />,
      sort: 'effectiveFrom',
    },
    { title: t('changedAt'), render: ({ changedAt }) => <Instant at={changedAt} />, sort: 'changedAt' },
    { title: t('decidedBy'), render: ({ decidedBy }) => decidedBy ?? '–' },
  ];
}

async function load(filters: Readonly<Record<string, string | undefined>>, page: ListPage) {
  const query = { ...filters, ...page } as DraftsQuery;
  const { drafts, next } = await answerOf(client.GET('/v1/drafts', { params: { query } }));
  return { items: drafts, next };
}
