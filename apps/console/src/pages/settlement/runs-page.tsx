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
import { CalculateMonth } from './calculate-month';
import { SettlementState } from './settlement-state';

type Run = View<'RunView'>;

const STATES = ['calculated', 'in_review', 'approved', 'posted', 'superseded'] as const;
const KINDS = ['settlement', 'proforma'] as const;

export function RunsPage(): ReactNode {
  const { t } = useTranslation('settlement');
  const { filters } = useListState();
  const columns: ListColumn<Run>[] = [
    {
      title: t('month'),
      render: ({ id, month }) => <Link to={`/settlement-runs/${id}`}>{month}</Link>,
      sort: 'month',
    },
    { title: t('version'), render: ({ version }) => version, isFigure: true },
    { title: t('kind'), render: ({ kind }) => t(`kinds.${kind}`) },
    { title: t('state'), render: ({ state }) => <SettlementState state={state} /> },
    { title: t('createdBy'), render: ({ createdBy }) => createdBy },
    { title: t('createdAt'), render: ({ createdAt }) => <Instant at={createdAt} />, sort: 'createdAt' },
    { title: t('approvedBy'), render: ({ approvedBy }) => approvedBy ?? '–' },
    { title: t('postedAt'), render: ({ postedAt }) => <Instant at={postedAt} /> },
  ];
  const optionsOf = (group: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`${group}.${value}`) }));
  return (
    <Page title={t('runs')} actions={<CalculateMonth />}>
      <Filters>
        <TextFilter name="month" label={t('month')} type="month" />
        <ChoiceFilter name="state" label={t('state')} options={optionsOf('states', STATES)} />
        <ChoiceFilter name="kind" label={t('kind')} options={optionsOf('kinds', KINDS)} />
      </Filters>
      <ListTable<Run>
        label={t('runs')}
        queryKey={['settlement-runs', filters]}
        columns={columns}
        rowKey={({ id }) => id}
        initialSort="-createdAt"
        load={async (page) => {
          const query = { ...filters, ...page } as object;
          const { runs, next } = await answerOf(client.GET('/v1/settlement-runs', { params: { query } }));
          return { items: runs, next };
        }}
      />
    </Page>
  );
}
