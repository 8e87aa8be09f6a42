import type { JobRun, JobState } from './job-run';

export interface JobRow {
  id: string;
  kind: string;
  parent_id: string | null;
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

/** With what its children come to, where that is asked for. */
export interface JobFlowRow extends JobRow {
  children: string;
  children_done: string;
  children_total: string | null;
}

export const jobRunOf = (row: JobRow): JobRun => ({
  id: Number(row.id),
  kind: row.kind,
  parentId: row.parent_id === null ? null : Number(row.parent_id),
  children: 0,
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

/** With the steps of its children. */
export function flowRunOf({
  children,
  children_done: done,
  children_total: total,
  ...row
}: JobFlowRow): JobRun {
  const run = jobRunOf(row);
  const isKnown = run.totalSteps !== null && total !== null;
  return {
    ...run,
    children: Number(children),
    doneSteps: run.doneSteps + Number(done),
    totalSteps: isKnown ? run.totalSteps + Number(total) : null,
  };
}
