import { Injectable } from '@nestjs/common';
import type { Instant } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';
import { jobRunOf, type JobRow } from './job-row';
import type { JobRun } from './job-run';

/** One beginning of a run. Whoever begins it later has a higher number, and this one may not write any more. */
export interface Attempt {
  readonly runId: number;
  readonly number: number;
}

export interface Beginning {
  readonly at: Instant;
  /** What was not heard of since is nobody's. */
  readonly lostBefore: Instant;
  /** How often a run is begun at most. */
  readonly attempts: number;
}

/** A run that was not heard of for long. */
export interface LostRun extends JobRun {
  /** Whether some of its children have not ended. */
  readonly waits: boolean;
}

/** Where runs stand. False or undefined: nothing was changed, for the run is somebody else's by now, or has ended. */
@Injectable()
export class JobAttemptsStore {
  /** Begins a run that waits, or that its worker has lost; none before all that it waits for has ended. */
  async begin(tx: Tx, runId: number, { at, lostBefore, attempts }: Beginning): Promise<JobRun | undefined> {
    const rows = await tx.rows<JobRow>(
      `UPDATE ciyuan.job_run
          SET state = 'running', attempts = attempts + 1, done_steps = 0,
              started_at = $2, heartbeat_at = $2
        WHERE id = $1 AND attempts < $4 AND (state = 'queued' OR (state = 'running' AND heartbeat_at < $3))
          AND NOT EXISTS (SELECT FROM ciyuan.job_run AS c WHERE c.parent_id = $1 AND c.state IN ('queued', 'running'))
       RETURNING *`,
      [runId, new Date(at), new Date(lostBefore), attempts],
    );
    return rows.map(jobRunOf)[0];
  }

  heartbeat(tx: Tx, attempt: Attempt, at: Instant): Promise<boolean> {
    return write(tx, attempt, 'heartbeat_at = $3', [new Date(at)]);
  }

  progress(tx: Tx, attempt: Attempt, done: number, total: number | null): Promise<boolean> {
    return write(tx, attempt, 'done_steps = $3, total_steps = $4', [done, total]);
  }

  finish(tx: Tx, attempt: Attempt, result: object, at: Instant): Promise<boolean> {
    const changes = "state = 'done', result = $3, error = NULL, finished_at = $4";
    return write(tx, attempt, changes, [JSON.stringify(result), new Date(at)]);
  }

  fail(tx: Tx, attempt: Attempt, error: string, at: Instant): Promise<boolean> {
    return write(tx, attempt, "state = 'failed', error = $3, finished_at = $4", [error, new Date(at)]);
  }

  /** Back to those that wait, for another attempt. */
  giveBack(tx: Tx, attempt: Attempt, error: string, at: Instant): Promise<boolean> {
    return write(tx, attempt, "state = 'queued', error = $3, heartbeat_at = $4", [error, new Date(at)]);
  }

  /** As if it had never been begun. */
  takeBack(tx: Tx, attempt: Attempt, at: Instant): Promise<boolean> {
    return write(tx, attempt, "state = 'queued', attempts = attempts - 1, heartbeat_at = $3", [new Date(at)]);
  }

  /** The next open runs after one that were not heard of since `lostBefore`, nor any of their children that ended. */
  async lost(tx: Tx, lostBefore: Instant, afterId: number, limit: number): Promise<LostRun[]> {
    const rows = await tx.rows<JobRow & { waits: boolean }>(
      `SELECT *, EXISTS (SELECT FROM ciyuan.job_run AS c
                          WHERE c.parent_id = r.id AND c.state IN ('queued', 'running')) AS waits
         FROM ciyuan.job_run AS r
        WHERE state IN ('queued', 'running') AND heartbeat_at < $1 AND id > $2
          AND NOT EXISTS (SELECT FROM ciyuan.job_run AS c WHERE c.parent_id = r.id AND c.finished_at >= $1)
        ORDER BY id LIMIT $3`,
      [new Date(lostBefore), afterId, limit],
    );
    return rows.map(({ waits, ...row }) => ({ ...jobRunOf(row), waits }));
  }

  /** Ends a run that was lost once too often, unless it was heard of after all. */
  async giveUp(
    tx: Tx,
    run: JobRun,
    error: string,
    { at, lostBefore, attempts }: Beginning,
  ): Promise<boolean> {
    const rows = await tx.rows(
      `UPDATE ciyuan.job_run SET state = 'failed', error = coalesce(error, $2), finished_at = $3
        WHERE id = $1 AND state IN ('queued', 'running') AND attempts >= $5 AND heartbeat_at < $4 RETURNING id`,
      [run.id, error, new Date(at), new Date(lostBefore), attempts],
    );
    return rows.length > 0;
  }
}

async function write(
  tx: Tx,
  { runId, number }: Attempt,
  changes: string,
  values: readonly unknown[],
): Promise<boolean> {
  const rows = await tx.rows(
    `UPDATE ciyuan.job_run SET ${changes} WHERE id = $1 AND attempts = $2 AND state = 'running' RETURNING id`,
    [runId, number, ...values],
  );
  return rows.length > 0;
}
