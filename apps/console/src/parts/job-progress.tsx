import './words';
import type { View } from '@ciyuan/client';
import { useQuery } from '@tanstack/react-query';
import { Alert, Progress } from 'antd';
import { useEffect, useEffectEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../api/client';
import { queryClient } from '../api/query-client';
import { ProblemAlert } from './problem-alert';

export type Job = View<'JobView'>;

const ASKED_EVERY_MS = 500;
const WHOLE = 100;

const hasEnded = ({ state }: Job): boolean => state === 'done' || state === 'failed';

interface JobProgressProps {
  readonly jobId: number;
  readonly label: string;
  /** Once, when it is done. */
  readonly onDone?: (job: Job) => void;
}

/** How far a job is, asked for until it has ended; what it has changed is then read again. */
export function JobProgress({ jobId, label, onDone }: JobProgressProps): ReactNode {
  const { t } = useTranslation('parts');
  const { data: job, error } = useQuery({
    queryKey: ['job-progress', jobId],
    queryFn: () => answerOf(client.GET('/v1/jobs/{id}', { params: { path: { id: jobId } } })),
    refetchInterval: ({ state: { data } }) => (data !== undefined && hasEnded(data) ? false : ASKED_EVERY_MS),
  });
  const state = job?.state;
  const failure = job?.error ?? null;
  const end = useEffectEvent(() => {
    if (job === undefined || !hasEnded(job)) return;
    void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'job-progress' });
    if (job.state === 'done') onDone?.(job);
  });
  // For each state once, and not whenever the page is rendered.
  useEffect(() => end(), [state]);
  if (error !== null) return <ProblemAlert error={error} />;
  return (
    <div role="status" aria-label={label} style={{ marginBottom: 16 }}>
      <span>
        {label}: {t(`jobStates.${state ?? 'queued'}`)}
      </span>
      <Progress
        percent={percentOf(job)}
        status={state === 'failed' ? 'exception' : state === 'done' ? 'success' : 'active'}
        aria-label={label}
      />
      {failure === null ? null : <Alert type="error" showIcon title={failure} />}
    </div>
  );
}

function percentOf(job: Job | undefined): number {
  if (job === undefined) return 0;
  if (job.state === 'done') return WHOLE;
  const { done, total } = job.progress;
  return total === null || total === 0 ? 0 : Math.floor((done / total) * WHOLE);
}
