import { Injectable } from '@nestjs/common';
import type { Currency, Instant } from '@ciyuan/core/kernel';
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
import type { Columns } from './file/file-columns';
import type { Level } from './level';
import { toleranceColumns, tolerancesOf, type ToleranceRow } from './reconciliation-agreements.store';
import type {
  FileFormat,
  NewReconciliation,
  PartnerRole,
  Reconciliation,
  RowFault,
  RunState,
} from './reconciliation-run';

interface RunRow extends ToleranceRow {
  id: string;
  party: string;
  role: PartnerRole;
  month: string;
  level: Level;
  currency: Currency;
  file_name: string;
  file_format: FileFormat;
  file_digest: string;
  columns: Columns;
  agreement: number | null;
  requested_by: string;
  requested_at: Date;
  state: RunState;
  ended_at: Date | null;
  row_count: number | null;
  states_tokens: boolean | null;
  states_money: boolean | null;
  faults: RowFault[] | null;
}

export type ReconciliationSort = 'requestedAt' | 'month' | 'party';

/** The latest first unless said otherwise. */
export const RECONCILIATION_ORDER: ListOrder<ReconciliationSort> = {
  columns: {
    requestedAt: { sql: 'requested_at', type: 'timestamptz' },
    month: { sql: 'month', type: 'text' },
    party: { sql: 'party', type: 'text' },
  },
  ties: [{ sql: 'id', type: 'bigint' }],
  initial: '-requestedAt',
};

export interface ReconciliationPage extends PlaceInList<ReconciliationSort> {
  readonly party?: string | undefined;
  readonly month?: string | undefined;
  readonly level?: Level | undefined;
  readonly state?: RunState | undefined;
  /** Only those of this party. */
  readonly toldTo?: string | undefined;
}

/** How a run ended. */
export type RunEnd = { readonly endedAt: Instant } & (
  | {
      readonly state: 'matched';
      readonly rows: number;
      readonly statesTokens: boolean;
      readonly statesMoney: boolean;
    }
  | { readonly state: 'failed'; readonly faults: readonly RowFault[] }
);

/** Files of partners; a run's row is changed once, by what it came to. */
@Injectable()
export class ReconciliationRunsStore {
  /** Undefined where the same file is there for the same purpose, and was not found faulty. */
  async add(tx: Tx, wanted: NewReconciliation): Promise<Reconciliation | undefined> {
    const [row] = await tx.rows<RunRow>(
      `INSERT INTO ciyuan.reconciliation_run (party, role, month, level, currency, file_name, file_format, file_digest, columns,
         agreement, token_absolute, token_relative, token_rule, money_absolute, money_relative, money_rule, requested_by,
         requested_at, state, digest)
       SELECT party, role, month, level, currency, file_name, file_format, file_digest, columns, agreement, token_absolute,
         token_relative, token_rule, money_absolute, money_relative, money_rule, requested_by, requested_at, state, ''
         FROM jsonb_populate_record(NULL::ciyuan.reconciliation_run, $1)
       ON CONFLICT (party, role, month, level, currency, file_digest) WHERE state <> 'failed' DO NOTHING RETURNING *`,
      [JSON.stringify(columnsOf(wanted))],
    );
    if (row === undefined) return undefined;
    await tx.rows(
      `UPDATE ciyuan.reconciliation_run AS r SET digest = ciyuan.chained_digest('', r) WHERE id = $1`,
      [row.id],
    );
    return runOf(row);
  }

  /** The run that stands in the way of another of the same file. */
  async known(tx: Tx, wanted: NewReconciliation): Promise<Reconciliation | undefined> {
    const { party, role, month, level, currency, fileDigest } = wanted;
    const rows = await tx.rows<RunRow>(
      `SELECT * FROM ciyuan.reconciliation_run WHERE party = $1 AND role = $2 AND month = $3 AND level = $4
          AND currency = $5 AND file_digest = $6 AND state <> 'failed'`,
      [party, role, month, level, currency, fileDigest],
    );
    return rows.map(runOf)[0];
  }

  async byId(tx: Tx, id: number): Promise<Reconciliation | undefined> {
    const rows = await tx.rows<RunRow>('SELECT * FROM ciyuan.reconciliation_run WHERE id = $1', [id]);
    return rows.map(runOf)[0];
  }

  /** Until the transaction ends nobody else resolves differences of the run. */
  async lock(tx: Tx, id: number): Promise<void> {
    await tx.rows('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`ciyuan.reconciliation ${id}`]);
  }

  /** Says how it ended, unless somebody has said so. */
  async end(tx: Tx, id: number, { endedAt, ...end }: RunEnd): Promise<Reconciliation | undefined> {
    const told =
      end.state === 'matched'
        ? { row_count: end.rows, states_tokens: end.statesTokens, states_money: end.statesMoney }
        : { faults: end.faults };
    const rows = await tx.rows<RunRow>(
      `UPDATE ciyuan.reconciliation_run AS r SET (state, ended_at, row_count, states_tokens, states_money, faults, digest) =
         (SELECT n.state, n.ended_at, n.row_count, n.states_tokens, n.states_money, n.faults, ciyuan.chained_digest('', n)
            FROM jsonb_populate_record(r, $2) AS n)
        WHERE id = $1 AND state = 'received' RETURNING *`,
      [id, JSON.stringify({ ...told, state: end.state, ended_at: new Date(endedAt) })],
    );
    return rows.map(runOf)[0];
  }

  async list(tx: Tx, page: ReconciliationPage): Promise<Listed<Reconciliation>> {
    const filters = filterValues([page.party, page.month, page.level, page.state, page.toldTo]);
    const { key, after, orderBy, limit, values } = ordered(RECONCILIATION_ORDER, page, filters.length);
    const rows = await tx.rows<RunRow & SortedRow>(
      `SELECT *, ${key} FROM ciyuan.reconciliation_run
        WHERE ($1::text IS NULL OR party = $1) AND ($2::text IS NULL OR month = $2) AND ($3::text IS NULL OR level = $3)
          AND ($4::text IS NULL OR state = $4) AND ($5::text IS NULL OR party = $5)
          AND ${after} ORDER BY ${orderBy} LIMIT ${limit}`,
      [...filters, ...values],
    );
    return listedOf(rows, page, runOf);
  }
}

const columnsOf = (run: NewReconciliation) => ({
  party: run.party,
  role: run.role,
  month: run.month,
  level: run.level,
  currency: run.currency,
  file_name: run.fileName,
  file_format: run.fileFormat,
  file_digest: run.fileDigest,
  columns: run.columns,
  agreement: run.agreement,
  ...toleranceColumns(run.tolerances),
  requested_by: run.requestedBy,
  requested_at: new Date(run.requestedAt),
  state: 'received',
});

const runOf = (row: RunRow): Reconciliation => ({
  id: Number(row.id),
  party: row.party,
  role: row.role,
  month: row.month,
  level: row.level,
  currency: row.currency,
  fileName: row.file_name,
  fileFormat: row.file_format,
  fileDigest: row.file_digest,
  columns: row.columns,
  agreement: row.agreement,
  tolerances: tolerancesOf(row),
  requestedBy: row.requested_by,
  requestedAt: row.requested_at.getTime(),
  state: row.state,
  endedAt: row.ended_at?.getTime() ?? null,
  rows: row.row_count,
  statesTokens: row.states_tokens,
  statesMoney: row.states_money,
  faults: row.faults,
});
