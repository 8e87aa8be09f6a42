import { Injectable } from '@nestjs/common';
import type { Tx } from '@ciyuan/platform/database';
import {
  listedOf,
  ordered,
  type Listed,
  type ListOrder,
  type PlaceInList,
  type SortedRow,
} from '@ciyuan/platform/lists';

/** The latest first unless said otherwise. */
export const MOVEMENT_ORDER: ListOrder<'at'> = {
  columns: { at: { sql: 'm.at', type: 'timestamptz' } },
  ties: [
    { sql: 'm.sequence', type: 'bigint' },
    { sql: 'm.kind', type: 'text' },
  ],
  initial: '-at',
};

export interface GrantMovementRow {
  readonly sequence: number;
  readonly kind: string;
  readonly at: Date;
  /** What the grant has more, or less, by it. */
  readonly milliTokens: bigint;
  /** The record that drew, or that gave back; null of everything else. */
  readonly record: { readonly partner: string; readonly source: string; readonly id: string } | null;
}

export interface GrantPage extends PlaceInList<'at'> {
  readonly accountId: number;
  readonly grantNumber: number;
}

interface MovementRow extends SortedRow {
  sequence: string;
  kind: string;
  at: Date;
  milli: string;
  partner: string | null;
  source: string;
  record_id: string;
}

/** The first draw of a record, or of its new rating, is in its own row; a movement has all else. */
const MOVEMENTS = `
SELECT account_id, sequence, kind, at,
       CASE WHEN kind IN ('drawn', 'expired', 'rolled_out', 'given') THEN -milli_tokens ELSE milli_tokens END AS milli
  FROM ciyuan.grant_movement WHERE account_id = $1 AND grant_number = $2
UNION ALL
SELECT account_id, sequence, 'drawn', at, -first_drawn_milli
  FROM ciyuan.usage_entry WHERE account_id = $1 AND grant_number = $2 AND kind <> 'reversal'`;

@Injectable()
export class ListedMovementsStore {
  async hasGrant(tx: Tx, accountId: number, grantNumber: number): Promise<boolean> {
    const rows = await tx.rows(
      'SELECT number FROM ciyuan.grant_bucket WHERE account_id = $1 AND number = $2',
      [accountId, grantNumber],
    );
    return rows.length > 0;
  }

  async list(tx: Tx, { accountId, grantNumber, ...page }: GrantPage): Promise<Listed<GrantMovementRow>> {
    const { key, after, orderBy, limit, values } = ordered(MOVEMENT_ORDER, page, 2);
    const rows = await tx.rows<MovementRow>(
      `SELECT m.*, r.partner, r.source, r.record_id
         FROM (SELECT m.*, ${key} FROM (${MOVEMENTS}) AS m WHERE ${after} ORDER BY ${orderBy} LIMIT ${limit}) AS m
         LEFT JOIN LATERAL (
           SELECT partner, source, record_id FROM ciyuan.usage_entry AS e
            WHERE e.account_id = m.account_id AND e.sequence = m.sequence AND e.at = m.at LIMIT 1) AS r ON true
        ORDER BY ${orderBy}`,
      [accountId, grantNumber, ...values],
    );
    return listedOf(rows, page, movementOf);
  }
}

const movementOf = (row: MovementRow): GrantMovementRow => ({
  sequence: Number(row.sequence),
  kind: row.kind,
  at: row.at,
  milliTokens: BigInt(row.milli),
  record: row.partner === null ? null : { partner: row.partner, source: row.source, id: row.record_id },
});
