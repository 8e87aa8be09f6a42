import { Injectable } from '@nestjs/common';
import type { AdjustmentKind } from '@ciyuan/core/catalogue';
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
import type { AccountAdjustment, AdjustmentId, AdjustmentState, AdjustmentTerms } from './account-adjustment';

interface AdjustmentRow {
  account_id: string;
  code: string;
  number: number;
  kind: AdjustmentKind;
  currency: string;
  gross_fen: string;
  net_fen: string;
  vat_rate: string;
  reason: string;
  reference: string | null;
  approvals: number;
  limits_version_id: string | null;
  requested_at: Date;
  requested_by: string;
  state: AdjustmentState;
  events: number;
}

export type AdjustmentSort = 'requestedAt' | 'amount';

export const ADJUSTMENT_ORDER: ListOrder<AdjustmentSort> = {
  columns: {
    requestedAt: { sql: 'j.requested_at', type: 'timestamptz' },
    amount: { sql: 'j.gross_fen', type: 'bigint' },
  },
  ties: [
    { sql: 'j.account_id', type: 'bigint' },
    { sql: 'j.number', type: 'bigint' },
  ],
  initial: '-requestedAt',
};

export interface AdjustmentPage extends PlaceInList<AdjustmentSort> {
  readonly account?: string | undefined;
  readonly kind?: AdjustmentKind | undefined;
  readonly state?: AdjustmentState | undefined;
  readonly requestedBy?: string | undefined;
  /** Half-open. */
  readonly requestedFrom?: Instant | undefined;
  readonly requestedUntil?: Instant | undefined;
}

const READ =
  'FROM ciyuan.account_adjustment AS j JOIN ciyuan.account AS a ON a.account_id = j.account_id WHERE';

/** What was asked to be credited, debited or paid back; written once, only the state moves. */
@Injectable()
export class AdjustmentsStore {
  /** The caller holds the account's lock, so that no other takes the same number. */
  async add(tx: Tx, terms: AdjustmentTerms): Promise<void> {
    await tx.rows(
      `INSERT INTO ciyuan.account_adjustment
       SELECT (jsonb_populate_record(e, jsonb_build_object('digest', ciyuan.chained_digest(coalesce(
                 (SELECT b.digest FROM ciyuan.account_adjustment AS b
                   WHERE b.account_id = e.account_id AND b.number = e.number - 1), ''),
                 to_jsonb(e) - 'state' - 'events')))).*
         FROM jsonb_populate_record(NULL::ciyuan.account_adjustment, $1) AS e`,
      [JSON.stringify(columnsOf(terms))],
    );
  }

  async nextNumber(tx: Tx, accountId: number): Promise<number> {
    const [row] = await tx.rows<{ next: number }>(
      'SELECT coalesce(max(number), 0) + 1 AS next FROM ciyuan.account_adjustment WHERE account_id = $1',
      [accountId],
    );
    return row?.next ?? 1;
  }

  async byId(tx: Tx, { accountId, number }: AdjustmentId): Promise<AccountAdjustment | undefined> {
    const rows = await tx.rows<AdjustmentRow>(
      `SELECT j.*, a.code ${READ} j.account_id = $1 AND j.number = $2`,
      [accountId, number],
    );
    return rows.map(read)[0];
  }

  async move(
    tx: Tx,
    { accountId, number }: AdjustmentId,
    state: AdjustmentState,
    events: number,
  ): Promise<void> {
    await tx.rows(
      'UPDATE ciyuan.account_adjustment SET state = $3, events = $4 WHERE account_id = $1 AND number = $2',
      [accountId, number, state, events],
    );
  }

  async list(tx: Tx, page: AdjustmentPage): Promise<Listed<AccountAdjustment>> {
    const { account, kind, state, requestedBy, requestedFrom, requestedUntil } = page;
    const filters = filterValues([account, kind, state, requestedBy], [requestedFrom, requestedUntil]);
    const { key, after, orderBy, limit, values } = ordered(ADJUSTMENT_ORDER, page, filters.length);
    const rows = await tx.rows<AdjustmentRow & SortedRow>(
      `SELECT j.*, a.code, ${key} ${READ} ($1::text IS NULL OR a.code = $1) AND ($2::text IS NULL OR j.kind = $2)
          AND ($3::text IS NULL OR j.state = $3) AND ($4::text IS NULL OR j.requested_by = $4)
          AND ($5::timestamptz IS NULL OR j.requested_at >= $5) AND ($6::timestamptz IS NULL OR j.requested_at < $6)
          AND ${after} ORDER BY ${orderBy} LIMIT ${limit}`,
      [...filters, ...values],
    );
    return listedOf(rows, page, read);
  }
}

const columnsOf = (terms: AdjustmentTerms) => ({
  account_id: terms.accountId,
  number: terms.number,
  kind: terms.kind,
  currency: terms.currency,
  gross_fen: String(terms.grossFen),
  net_fen: String(terms.netFen),
  vat_rate: terms.vatRate,
  reason: terms.reason,
  reference: terms.reference,
  approvals: terms.approvals,
  limits_version_id: terms.limitsVersionId,
  requested_at: new Date(terms.requestedAt),
  requested_by: terms.requestedBy,
  state: 'requested',
  events: 0,
});

const read = (row: AdjustmentRow): AccountAdjustment => ({
  accountId: Number(row.account_id),
  account: row.code,
  number: row.number,
  kind: row.kind,
  currency: row.currency,
  grossFen: BigInt(row.gross_fen),
  netFen: BigInt(row.net_fen),
  vatRate: row.vat_rate,
  reason: row.reason,
  reference: row.reference,
  approvals: row.approvals,
  limitsVersionId: row.limits_version_id === null ? null : Number(row.limits_version_id),
  requestedAt: row.requested_at.getTime(),
  requestedBy: row.requested_by,
  state: row.state,
  events: row.events,
});
