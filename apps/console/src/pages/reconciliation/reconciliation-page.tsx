import './words';
import type { View } from '@ciyuan/client';
import { useQuery } from '@tanstack/react-query';
import { Progress } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { answerOf, client } from '../../api/client';
import { Download } from '../../parts/download';
import { Facts } from '../../parts/facts';
import { Count } from '../../parts/figures';
import { Instant } from '../../parts/instant';
import { Loaded } from '../../parts/loaded';
import { Page } from '../../parts/page';
import { Differences } from './differences';
import { FileFaults } from './file-faults';
import { OutcomeCards } from './outcome-cards';
import { ReconciliationState } from './reconciliation-state';

type Reconciliation = View<'CountedReconciliationView'>;

const ASKED_EVERY_MS = 1_000;
const UNKNOWN = 100;

export function ReconciliationPage({ base = '/reconciliations' }: { readonly base?: string }): ReactNode {
  const { t } = useTranslation('reconciliation');
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['reconciliation', id],
    queryFn: () => answerOf(client.GET('/v1/reconciliations/{id}', { params: { path: { id: Number(id) } } })),
    refetchInterval: ({ state: { data } }) => (data?.state === 'received' ? ASKED_EVERY_MS : false),
  });
  const { data } = query;
  return (
    <Page
      title={t('reconciliation', { id })}
      aside={data === undefined ? null : <ReconciliationState state={data.state} />}
      crumbs={[{ title: t('reconciliations'), to: base }]}
      actions={
        data?.state === 'matched' ? (
          <Download href={`/v1/reconciliations/${id}/differences/export`} label={t('export')} />
        ) : null
      }
    >
      <Loaded query={query}>{(found) => <Details reconciliation={found} />}</Loaded>
    </Page>
  );
}

function Details({ reconciliation }: { readonly reconciliation: Reconciliation }): ReactNode {
  const { t } = useTranslation('reconciliation');
  const { state, tokens, money, agreement } = reconciliation;
  const tolerance = ({ absolute, relative }: Reconciliation['tokens']): string =>
    [t('absolute', { value: absolute }), t('relative', { value: relative })].join(', ');
  return (
    <>
      {state === 'received' ? (
        <div role="status" style={{ marginBottom: 16 }}>
          <span>{t('comparing')}</span>
          <Progress aria-label={t('comparing')} percent={UNKNOWN} status="active" showInfo={false} />
        </div>
      ) : null}
      <Facts
        facts={[
          { label: t('file'), value: reconciliation.fileName },
          { label: t('party'), value: reconciliation.party },
          { label: t('month'), value: reconciliation.month },
          { label: t('level'), value: t(`levels.${reconciliation.level}`) },
          { label: t('role'), value: t(`roles.${reconciliation.role}`) },
          { label: t('currency'), value: reconciliation.currency },
          { label: t('rows'), value: <Count of={reconciliation.rows} /> },
          { label: t('requestedBy'), value: reconciliation.requestedBy },
          { label: t('requestedAt'), value: <Instant at={reconciliation.requestedAt} /> },
          { label: t('endedAt'), value: <Instant at={reconciliation.endedAt} /> },
          {
            label: t('tolerance'),
            value: agreement === null ? t('noTolerance') : `${tolerance(tokens)} / ${tolerance(money)}`,
          },
          { label: t('digest'), value: <code>{reconciliation.fileDigest}</code>, isWide: true },
        ]}
      />
      {state === 'failed' ? <FileFaults faults={reconciliation.faults ?? []} /> : null}
      {state === 'matched' ? (
        <>
          <OutcomeCards totals={reconciliation.totals ?? []} />
          <Differences reconciliationId={reconciliation.id} />
        </>
      ) : null}
    </>
  );
}
