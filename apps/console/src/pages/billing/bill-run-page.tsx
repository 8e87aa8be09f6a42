import './words';
import type { View } from '@ciyuan/client';
import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { answerOf, client } from '../../api/client';
import { ActionButton } from '../../parts/action-button';
import { Facts } from '../../parts/facts';
import { Instant } from '../../parts/instant';
import { JobProgress } from '../../parts/job-progress';
import { Loaded } from '../../parts/loaded';
import { Page } from '../../parts/page';
import { useSession, type Role } from '../../session/session';
import { BillRunProgress } from './bill-run-progress';
import { BillRunTotals } from './bill-run-totals';
import { BillingState } from './billing-state';
import { InvoicesTable } from './invoices-table';

type Run = View<'BillRunDetailsView'>;

const FINISHERS: readonly Role[] = ['finance', 'checker', 'admin'];
const ASKED_EVERY_MS = 1_000;

const isMoving = (run: Run | undefined): boolean =>
  run !== undefined && ['calculating', 'finalising'].includes(run.state);

export function BillRunPage(): ReactNode {
  const { t } = useTranslation('billing');
  const { role, login } = useSession();
  const { id = '' } = useParams();
  const params = { path: { id: Number(id) } };
  const query = useQuery({
    queryKey: ['bill-run', id],
    queryFn: () => answerOf(client.GET('/v1/bill-runs/{id}', { params })),
    refetchInterval: ({ state: { data } }) => (isMoving(data) ? ASKED_EVERY_MS : false),
  });
  const { data: run } = query;
  const [jobId, setJobId] = useState<number>();
  return (
    <Page
      title={t('run', { id })}
      aside={run === undefined ? null : <BillingState state={run.state} />}
      crumbs={[{ title: t('runs'), to: '/bill-runs' }]}
      actions={
        run?.state === 'draft' &&
        run.createdBy !== login &&
        jobId === undefined &&
        FINISHERS.includes(role) ? (
          <ActionButton
            type="primary"
            label={t('finalise')}
            question={t('finaliseQuestion')}
            run={async () => {
              const { job } = await answerOf(client.POST('/v1/bill-runs/{id}/finalise', { params }));
              setJobId(job.id);
            }}
          />
        ) : null
      }
    >
      {jobId === undefined ? null : <JobProgress jobId={jobId} label={t('finalise')} />}
      <Loaded query={query}>{(found) => <RunDetails run={found} />}</Loaded>
    </Page>
  );
}

function RunDetails({ run }: { readonly run: Run }): ReactNode {
  const { t } = useTranslation('billing');
  const named = (codes: readonly string[]): string =>
    codes.length === 0 ? t('everybody') : codes.join(', ');
  return (
    <>
      <BillRunProgress run={run} />
      <Facts
        facts={[
          { label: t('cutOff'), value: <Instant at={run.cutOff} /> },
          { label: t('grace'), value: run.graceHours },
          { label: t('graceUntil'), value: <Instant at={run.graceUntil} /> },
          { label: t('accountsOnly'), value: named(run.accounts) },
          { label: t('customersOnly'), value: named(run.customers) },
          { label: t('createdBy'), value: run.createdBy },
          { label: t('createdAt'), value: <Instant at={run.createdAt} /> },
          { label: t('finalisedBy'), value: run.finalisedBy },
          { label: t('finalisedAt'), value: <Instant at={run.finalisedAt} /> },
          { label: t('inputs'), value: <code>{run.inputDigest ?? '–'}</code>, isWide: true },
        ]}
      />
      <h2>{t('totals')}</h2>
      <BillRunTotals run={run} />
      <h2>{t('invoicesOfRun')}</h2>
      {run.state === 'final' ? (
        <InvoicesTable runId={run.id} />
      ) : (
        <Alert type="info" showIcon title={t('notYet')} />
      )}
    </>
  );
}
