import { Injectable } from '@nestjs/common';
import { formatInstant, type Instant } from '@ciyuan/core/kernel';
import { textArray, type Tx } from '@ciyuan/platform/database';
import {
  filterValues,
  listedOf,
  ordered,
  type Listed,
  type ListOrder,
  type PlaceInList,
  type SortedRow,
} from '@ciyuan/platform/lists';
import type { BillRun, BillRunState } from './bill-run';

interface RunRow {
  id: string;
  cut_off: Date;
  grace_hours: number;
  accounts: string[];
  customers: string[];
  state: BillRunState;
  chunks: number | null;
  input_digest: string | null;
  created_at: Date;
  created_by: string;
  finalised_at: Date | null;
  finalised_by: string | null;
}

export type NewBillRun = Pick<
  BillRun,
  'cutOff' | 'graceHours' | 'accounts' | 'customers' | 'createdAt' | 'createdBy'
>;

/** The latest first unless said otherwise. */
export const BILL_RUN_ORDER: ListOrder<'createdAt' | 'cutOff'> = {
  columns: {
    createdAt: { sql: 'created_at', type: 'timestamptz' },
    cutOff: { sql: 'cut_off', type: 'timestamptz' },
  },
  ties: [{ sql: 'id', type: 'bigint' }],
  initial: '-createdAt',
};

export interface BillRunPage extends PlaceInList<'createdAt' | 'cutOff'> {
  readonly state?: BillRunState | undefined;
  readonly createdBy?: string | undefined;
}

const LOCK = "hashtextextended('ciyuan.billing', 0)";

/** Bill runs and where each of them stands. */
@Injectable()
export class BillRunsStore {
  /** Whoever numbers, voids or credits does it alone: so numbers have no gap, and each knows what the other billed. */
  async lock(tx: Tx): Promise<void> {
    await tx.rows(`SELECT pg_advisory_xact_lock(${LOCK})`);
  }

  async add(tx: Tx, run: NewBillRun): Promise<BillRun> {
    const rows = await tx.rows<RunRow>(
      `INSERT INTO ciyuan.bill_run (cut_off, grace_hours, accounts, customers, state, created_at, created_by)
       VALUES ($1, $2, $3, $4, 'calculating', $5, $6) RETURNING *`,
      [
        formatInstant(run.cutOff),
        run.graceHours,
        textArray(run.accounts),
        textArray(run.customers),
        formatInstant(run.createdAt),
        run.createdBy,
      ],
    );
    return read(rows[0] as RunRow);
  }

  async byId(tx: Tx, id: number): Promise<BillRun | undefined> {
    return (await tx.rows<RunRow>('SELECT * FROM ciyuan.bill_run WHERE id = $1', [id])).map(read)[0];
  }

  async inState(tx: Tx, state: BillRunState): Promise<BillRun | undefined> {
    const rows = await tx.rows<RunRow>('SELECT * FROM ciyuan.bill_run WHERE state = $1 LIMIT 1', [state]);
    return rows.map(read)[0];
  }

  /** Sets aside what was calculated and is not being made final. */
  async supersede(tx: Tx): Promise<void> {
    await tx.rows("UPDATE ciyuan.bill_run SET state = 'superseded' WHERE state IN ('calculating', 'draft')");
  }

  /** The run's draft is whole, under the digest of its chunks; nothing where it was set aside meanwhile. */
  async calculated(tx: Tx, id: number): Promise<BillRun | undefined> {
    const rows = await tx.rows<RunRow>(
      `UPDATE ciyuan.bill_run AS r SET state = 'draft', input_digest =
         (SELECT encode(sha256(convert_to(coalesce(string_agg(digest, ' ' ORDER BY chunk), ''), 'UTF8')), 'hex')
            FROM ciyuan.bill_run_chunk AS c WHERE c.run_id = r.id)
        WHERE id = $1 AND state = 'calculating' RETURNING *`,
      [id],
    );
    return rows.map(read)[0];
  }

  /** Undefined where the draft was set aside meanwhile. */
  async startFinal(tx: Tx, id: number, by: string): Promise<BillRun | undefined> {
    const rows = await tx.rows<RunRow>(
      "UPDATE ciyuan.bill_run SET state = 'finalising', finalised_by = $2 WHERE id = $1 AND state = 'draft' RETURNING *",
      [id, by],
    );
    return rows.map(read)[0];
  }

  /** Seals all that the run says; once, whoever comes second. */
  async finish(tx: Tx, id: number, at: Instant): Promise<BillRun | undefined> {
    const rows = await tx.rows<RunRow>(
      `UPDATE ciyuan.bill_run AS r SET state = 'final', finalised_at = $2, digest = ciyuan.chained_digest('',
         jsonb_populate_record(r, jsonb_build_object('state', 'final', 'finalised_at', $2::timestamptz)))
        WHERE id = $1 AND state = 'finalising' RETURNING *`,
      [id, formatInstant(at)],
    );
    return rows.map(read)[0] ?? this.byId(tx, id);
  }

  async list(tx: Tx, page: BillRunPage): Promise<Listed<BillRun>> {
    const filters = filterValues([page.state, page.createdBy]);
    const { key, after, orderBy, limit, values } = ordered(BILL_RUN_ORDER, page, filters.length);
    const rows = await tx.rows<RunRow & SortedRow>(
      `SELECT *, ${key} FROM ciyuan.bill_run
        WHERE ($1::text IS NULL OR state = $1) AND ($2::text IS NULL OR created_by = $2)
          AND ${after} ORDER BY ${orderBy} LIMIT ${limit}`,
      [...filters, ...values],
    );
    return listedOf(rows, page, read);
  }
}

const read = (row: RunRow): BillRun => ({
  id: Number(row.id),
  cutOff: row.cut_off.getTime(),
  graceHours: row.grace_hours,
  accounts: row.accounts,
  customers: row.customers,
  state: row.state,
  chunks: row.chunks ?? 0,
  inputDigest: row.input_digest,
  createdAt: row.created_at.getTime(),
  createdBy: row.created_by,
  finalisedAt: row.finalised_at?.getTime() ?? null,
  finalisedBy: row.finalised_by,
});
