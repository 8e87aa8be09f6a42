import type { JobRun, JobState } from './job-run';

export interface JobRow {
  id: string;
  kind: string;
  parameters: unknown;
  request_key: string | null;
  state: JobState;
  done_steps: number;
  total_steps: number | null;
  result: unknown;
  error: string | null;
  attempts: number;
  requested_by: string;
  requested_at: Date;
  started_at: Date | null;
  finished_at: Date | null;
}

export const jobRunOf = (row: JobRow): JobRun => ({
  id: Number(row.id),
  kind: row.kind,
  parameters: row.parameters,
  requestKey: row.request_key,
  state: row.state,
  doneSteps: row.done_steps,
  totalSteps: row.total_steps,
  result: row.result,
  error: row.error,
  attempts: row.attempts,
  requestedBy: row.requested_by,
  requestedAt: row.requested_at.getTime(),
  startedAt: row.started_at?.getTime() ?? null,
  finishedAt: row.finished_at?.getTime() ?? null,
});
