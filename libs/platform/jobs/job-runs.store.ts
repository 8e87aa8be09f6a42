import { Injectable } from '@nestjs/common';
import type { Instant } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';
import {
  filterValues,
  listedOf,
  ordered,
  type Listed,
  type ListOrder,
  type PlaceInList,
  type SortedRow,
} from '@ciyuan/platform/lists';
import { flowRunOf, jobRunOf, type JobFlowRow, type JobRow } from './job-row';
import type { JobRun, JobState } from './job-run';

export interface NewJobRun {
  readonly kind: string;
  readonly parameters: unknown;
  readonly requestKey: string | null;
  readonly parentId: number | null;
  /** Null while nobody knows how much there is to do. */
  readonly totalSteps: number | null;
  readonly requestedBy: string;
  readonly requestedAt: Instant;
}

export type JobSort = 'id' | 'requestedAt' | 'finishedAt';

/** In the order in which they were asked for unless said otherwise; what is not finished is last. */
export const JOB_ORDER: ListOrder<JobSort> = {
  columns: {
    id: { sql: 'id', type: 'bigint' },
    requestedAt: { sql: 'requested_at', type: 'timestamptz' },
    finishedAt: { sql: "coalesce(finished_at, 'infinity'::timestamptz)", type: 'timestamptz' },
  },
  ties: [{ sql: 'id', type: 'bigint' }],
  initial: '-id',
};

export interface JobPage extends PlaceInList<JobSort> {
  readonly kind?: string | undefined;
  readonly state?: JobState | undefined;
  /** Only what this run waits for. */
  readonly parent?: number | undefined;
  readonly requestedBy?: string | undefined;
  /** Half-open. */
  readonly requestedFrom?: Instant | undefined;
  readonly requestedUntil?: Instant | undefined;
}

/** A run with what its children come to. */
const WITH_CHILDREN = `ciyuan.job_run AS r CROSS JOIN LATERAL (
  SELECT count(*) AS children, coalesce(sum(c.done_steps), 0) AS children_done,
         CASE WHEN count(c.total_steps) = count(*) THEN coalesce(sum(c.total_steps), 0) END AS children_total
    FROM ciyuan.job_run AS c WHERE c.parent_id = r.id) AS of_children`;

/** What was asked for. */
@Injectable()
export class JobRunsStore {
  /** Undefined where there is a run of the same request key. */
  async add(tx: Tx, run: NewJobRun): Promise<JobRun | undefined> {
    const rows = await tx.rows<JobRow>(
      `INSERT INTO ciyuan.job_run (kind, parameters, request_key, requested_by, requested_at, heartbeat_at, parent_id,
         total_steps)
       VALUES ($1, $2, $3, $4, $5, $5, $6, $7) ON CONFLICT (request_key) DO NOTHING RETURNING *`,
      [
        run.kind,
        JSON.stringify(run.parameters),
        run.requestKey,
        run.requestedBy,
        new Date(run.requestedAt),
        run.parentId,
        run.totalSteps,
      ],
    );
    return rows.map(jobRunOf)[0];
  }

  /** The run of a request key; undefined where it was for other work. */
  async sameRequest(tx: Tx, { kind, parameters, requestKey }: NewJobRun): Promise<JobRun | undefined> {
    const rows = await tx.rows<JobFlowRow>(
      `SELECT * FROM ${WITH_CHILDREN} WHERE request_key = $1 AND kind = $2 AND parameters = $3::jsonb`,
      [requestKey, kind, JSON.stringify(parameters)],
    );
    return rows.map(flowRunOf)[0];
  }

  async byId(tx: Tx, id: number): Promise<JobRun | undefined> {
    const rows = await tx.rows<JobFlowRow>(`SELECT * FROM ${WITH_CHILDREN} WHERE id = $1`, [id]);
    return rows.map(flowRunOf)[0];
  }

  async list(tx: Tx, page: JobPage): Promise<Listed<JobRun>> {
    const { kind, state, parent, requestedBy, requestedFrom, requestedUntil } = page;
    const filters = filterValues([kind, state, requestedBy, parent], [requestedFrom, requestedUntil]);
    const { key, after, orderBy, limit, values } = ordered(JOB_ORDER, page, filters.length);
    const rows = await tx.rows<JobFlowRow & SortedRow>(
      `SELECT *, ${key} FROM ${WITH_CHILDREN}
        WHERE ($1::text IS NULL OR kind = $1) AND ($2::text IS NULL OR state = $2)
          AND ($3::text IS NULL OR requested_by = $3)
          AND ($4::bigint IS NULL OR parent_id = $4)
          AND ($5::timestamptz IS NULL OR requested_at >= $5) AND ($6::timestamptz IS NULL OR requested_at < $6)
          AND ${after} ORDER BY ${orderBy} LIMIT ${limit}`,
      [...filters, ...values],
    );
    return listedOf(rows, page, flowRunOf);
  }
}
