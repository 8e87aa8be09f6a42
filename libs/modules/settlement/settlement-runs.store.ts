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
import type { RunKind, RunState, SettlementRun } from './settlement-run';

interface RunRow {
  id: string;
  kind: RunKind;
  month: string;
  version: number;
  state: RunState;
  input_digest: string;
  created_at: Date;
  created_by: string;
  approved_at: Date | null;
  approved_by: string | null;
  posted_at: Date | null;
}

export interface NewRun {
  readonly kind: RunKind;
  readonly month: string;
  readonly inputDigest: string;
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly jobRunId?: number | undefined;
}

export type RunSort = 'createdAt' | 'month';

/** The latest first unless said otherwise. */
export const RUN_ORDER: ListOrder<RunSort> = {
  columns: {
    createdAt: { sql: 'created_at', type: 'timestamptz' },
    month: { sql: 'month', type: 'text' },
  },
  ties: [{ sql: 'id', type: 'bigint' }],
  initial: '-createdAt',
};

export interface RunPage extends PlaceInList<RunSort> {
  readonly kind?: RunKind | undefined;
  readonly month?: string | undefined;
  readonly state?: RunState | undefined;
  readonly createdBy?: string | undefined;
}

/** Calculations of months and where each of them stands. */
@Injectable()
export class SettlementRunsStore {
  /** Adds the month's next version of its kind. The caller holds a lock, so that no other takes the same number. */
  async add(tx: Tx, run: NewRun): Promise<SettlementRun> {
    const { month, kind, inputDigest, createdAt, createdBy, jobRunId } = run;
    const rows = await tx.rows<RunRow>(
      `INSERT INTO ciyuan.settlement_run (month, kind, version, state, input_digest, created_at, created_by, job_run_id)
       VALUES ($1, $2, (SELECT coalesce(max(version), 0) + 1 FROM ciyuan.settlement_run WHERE month = $1 AND kind = $2),
               'calculated', $3, $4, $5, $6)
       RETURNING *`,
      [month, kind, inputDigest, new Date(createdAt), createdBy, jobRunId ?? null],
    );
    return read(rows[0] as RunRow);
  }

  /** Sets aside every version of the month that was not posted. */
  async supersede(tx: Tx, month: string): Promise<void> {
    await tx.rows(
      `UPDATE ciyuan.settlement_run SET state = 'superseded'
        WHERE month = $1 AND kind = 'settlement' AND state NOT IN ('posted', 'superseded')`,
      [month],
    );
  }

  async byId(tx: Tx, id: number): Promise<SettlementRun | undefined> {
    const rows = await tx.rows<RunRow>('SELECT * FROM ciyuan.settlement_run WHERE id = $1', [id]);
    return rows.map(read)[0];
  }

  /** The version that a job made. */
  async byJob(tx: Tx, jobRunId: number): Promise<SettlementRun | undefined> {
    const rows = await tx.rows<RunRow>('SELECT * FROM ciyuan.settlement_run WHERE job_run_id = $1', [
      jobRunId,
    ]);
    return rows.map(read)[0];
  }

  /** The version of a month that was posted or, until one is, the one that was not set aside. */
  async standing(tx: Tx, month: string): Promise<SettlementRun | undefined> {
    const rows = await tx.rows<RunRow>(
      "SELECT * FROM ciyuan.settlement_run WHERE month = $1 AND kind = 'settlement' AND state <> 'superseded'",
      [month],
    );
    return rows.map(read)[0];
  }

  /** Whoever adds a proforma of the month holds this until the transaction ends: writers of the month do not wait. */
  async lockProforma(tx: Tx, month: string): Promise<void> {
    await tx.rows('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`ciyuan.proforma ${month}`]);
  }

  async byVersion(tx: Tx, month: string, kind: RunKind, version: number): Promise<SettlementRun | undefined> {
    const rows = await tx.rows<RunRow>(
      'SELECT * FROM ciyuan.settlement_run WHERE month = $1 AND kind = $2 AND version = $3',
      [month, kind, version],
    );
    return rows.map(read)[0];
  }

  async posted(tx: Tx, month: string): Promise<SettlementRun | undefined> {
    const rows = await tx.rows<RunRow>(
      "SELECT * FROM ciyuan.settlement_run WHERE month = $1 AND state = 'posted'",
      [month],
    );
    return rows.map(read)[0];
  }

  async list(tx: Tx, page: RunPage): Promise<Listed<SettlementRun>> {
    const filters = filterValues([page.month, page.state, page.createdBy, page.kind]);
    const { key, after, orderBy, limit, values } = ordered(RUN_ORDER, page, filters.length);
    const rows = await tx.rows<RunRow & SortedRow>(
      `SELECT *, ${key} FROM ciyuan.settlement_run
        WHERE ($1::text IS NULL OR month = $1) AND ($2::text IS NULL OR state = $2)
          AND ($3::text IS NULL OR created_by = $3) AND ($4::text IS NULL OR kind = $4)
          AND ${after} ORDER BY ${orderBy} LIMIT ${limit}`,
      [...filters, ...values],
    );
    return listedOf(rows, page, read);
  }

  /** Hands in a calculated run to be looked at; undefined where it is not, or not any more. */
  async submit(tx: Tx, id: number): Promise<SettlementRun | undefined> {
    const rows = await tx.rows<RunRow>(
      "UPDATE ciyuan.settlement_run SET state = 'in_review' WHERE id = $1 AND state = 'calculated' RETURNING *",
      [id],
    );
    return rows.map(read)[0];
  }

  /** Signs a calculated run; undefined where it is not, or not any more. */
  async approve(tx: Tx, id: number, by: string, at: Instant): Promise<SettlementRun | undefined> {
    const rows = await tx.rows<RunRow>(
      `UPDATE ciyuan.settlement_run SET state = 'approved', approved_by = $2, approved_at = $3
        WHERE id = $1 AND state IN ('calculated', 'in_review') RETURNING *`,
      [id, by, new Date(at)],
    );
    return rows.map(read)[0];
  }

  async post(tx: Tx, id: number, at: Instant): Promise<SettlementRun> {
    const rows = await tx.rows<RunRow>(
      "UPDATE ciyuan.settlement_run SET state = 'posted', posted_at = $2 WHERE id = $1 RETURNING *",
      [id, new Date(at)],
    );
    return read(rows[0] as RunRow);
  }
}

function read(row: RunRow): SettlementRun {
  return {
    id: Number(row.id),
    kind: row.kind,
    month: row.month,
    version: row.version,
    state: row.state,
    inputDigest: row.input_digest,
    createdAt: row.created_at.getTime(),
    createdBy: row.created_by,
    approvedAt: row.approved_at?.getTime() ?? null,
    approvedBy: row.approved_by,
    postedAt: row.posted_at?.getTime() ?? null,
  };
}
