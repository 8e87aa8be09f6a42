import './words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answerOf, client } from '../../api/client';
import { Count } from '../../parts/figures';
import { ChoiceFilter, Filters, TextFilter } from '../../parts/filters';
import { Instant } from '../../parts/instant';
import { useListState } from '../../parts/list-state';
import { ListTable, type ListColumn } from '../../parts/list-table';
import { Page } from '../../parts/page';
import { useSession, type Role } from '../../session/session';
import { ReconciliationState } from './reconciliation-state';
import { UploadFile } from './upload-file';

type Reconciliation = View<'ReconciliationView'>;

const LEVELS = ['records', 'hours', 'statement'] as const;
const STATES = ['received', 'matched', 'failed'] as const;
const SENDERS: readonly Role[] = ['finance', 'operations', 'admin', 'partner'];

interface ReconciliationsPageProps {
  /** Where this list is, for partners see their own at another address. */
  readonly base?: string;
}

export function ReconciliationsPage({ base = '/reconciliations' }: ReconciliationsPageProps): ReactNode {
  const { t } = useTranslation('reconciliation');
  const { role } = useSession();
  const { filters } = useListState();
  const columns: ListColumn<Reconciliation>[] = [
    { title: t('file'), render: ({ id, fileName }) => <Link to={`${base}/${id}`}>{fileName}</Link> },
    { title: t('party'), render: ({ party }) => party, sort: 'party' },
    { title: t('month'), render: ({ month }) => month, sort: 'month' },
    { title: t('level'), render: ({ level }) => t(`levels.${level}`) },
    { title: t('role'), render: ({ role: as }) => t(`roles.${as}`) },
    { title: t('state'), render: ({ state }) => <ReconciliationState state={state} /> },
    { title: t('rows'), render: ({ rows }) => <Count of={rows} />, isFigure: true },
    { title: t('requestedBy'), render: ({ requestedBy }) => requestedBy },
    {
      title: t('requestedAt'),
      render: ({ requestedAt }) => <Instant at={requestedAt} />,
      sort: 'requestedAt',
    },
  ];
  const optionsOf = (group: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`${group}.${value}`) }));
  return (
    <Page
      title={t('reconciliations')}
      actions={SENDERS.includes(role) ? <UploadFile base={base} isOwn={role === 'partner'} /> : null}
    >
      <Filters>
        <TextFilter name="month" label={t('month')} type="month" />
        {role === 'partner' ? null : <TextFilter name="party" label={t('party')} />}
        <ChoiceFilter name="level" label={t('level')} options={optionsOf('levels', LEVELS)} />
        <ChoiceFilter name="state" label={t('state')} options={optionsOf('states', STATES)} />
      </Filters>
      <ListTable<Reconciliation>
        label={t('reconciliations')}
        queryKey={['reconciliations', filters]}
        columns={columns}
        rowKey={({ id }) => id}
        initialSort="-requestedAt"
        load={async (page) => {
          const query = { ...filters, ...page } as object;
          const { reconciliations, next } = await answerOf(
            client.GET('/v1/reconciliations', { params: { query } }),
          );
          return { items: reconciliations, next };
        }}
      />
    </Page>
  );
}
