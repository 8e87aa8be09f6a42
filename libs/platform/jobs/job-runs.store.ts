import { Injectable } from '@nestjs/common';
import type { Instant } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';
import { jobRunOf, type JobRow } from './job-row';
import type { JobRun, JobState } from './job-run';

export interface NewJobRun {
  readonly kind: string;
  readonly parameters: unknown;
  readonly requestKey: string | null;
  readonly requestedBy: string;
  readonly requestedAt: Instant;
}

export interface JobFilter {
  readonly kind?: string;
  readonly state?: JobState;
  /** The id of the last run of the page before. */
  readonly before?: number;
  readonly limit: number;
}

/** What was asked for. */
@Injectable()
export class JobRunsStore {
  /** Undefined where there is a run of the same request key. */
  async add(tx: Tx, run: NewJobRun): Promise<JobRun | undefined> {
    const rows = await tx.rows<JobRow>(
      `INSERT INTO ciyuan.job_run (kind, parameters, request_key, requested_by, requested_at, heartbeat_at)
       VALUES ($1, $2, $3, $4, $5, $5) ON CONFLICT (request_key) DO NOTHING RETURNING *`,
      [run.kind, JSON.stringify(run.parameters), run.requestKey, run.requestedBy, new Date(run.requestedAt)],
    );
    return rows.map(jobRunOf)[0];
  }

  /** The run of a request key; undefined where it was for other work. */
  async sameRequest(tx: Tx, { kind, parameters, requestKey }: NewJobRun): Promise<JobRun | undefined> {
    const rows = await tx.rows<JobRow>(
      'SELECT * FROM ciyuan.job_run WHERE request_key = $1 AND kind = $2 AND parameters = $3::jsonb',
      [requestKey, kind, JSON.stringify(parameters)],
    );
    return rows.map(jobRunOf)[0];
  }

  async byId(tx: Tx, id: number): Promise<JobRun | undefined> {
    const rows = await tx.rows<JobRow>('SELECT * FROM ciyuan.job_run WHERE id = $1', [id]);
    return rows.map(jobRunOf)[0];
  }

  /** The latest first, a page at a time. */
  async list(tx: Tx, { kind, state, before, limit }: JobFilter): Promise<JobRun[]> {
    const rows = await tx.rows<JobRow>(
      `SELECT * FROM ciyuan.job_run
        WHERE ($1::text IS NULL OR kind = $1) AND ($2::bigint IS NULL OR id < $2)
          AND ($4::text IS NULL OR state = $4)
        ORDER BY id DESC LIMIT $3`,
      [kind ?? null, before ?? null, limit, state ?? null],
    );
    return rows.map(jobRunOf);
  }
}
