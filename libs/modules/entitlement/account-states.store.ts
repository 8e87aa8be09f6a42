import { Injectable } from '@nestjs/common';
import { plainArray, type Tx } from '@ciyuan/platform/database';

export interface LockedAccount {
  readonly id: number;
  readonly code: string;
  readonly zone: string;
  readonly anchorDay: number;
  /** The first sequence number of this write. */
  readonly nextSequence: number;
}

interface StateRow {
  account_id: string;
  code: string;
  zone: string;
  anchor_day: number;
  next_sequence: string;
}

/** The one row an account that everything locks which changes its entitlement. */
@Injectable()
export class AccountStatesStore {
  /**
   * Locks the accounts by taking `takes` numbers of each one's sequence, in id order: an UPDATE, because row locks
   * over many accounts are not to be had on a distributed engine.
   */
  async lock(tx: Tx, takes: ReadonlyMap<number, number>): Promise<LockedAccount[]> {
    const ids = [...takes.keys()].sort((a, b) => a - b);
    const rows = await tx.rows<StateRow>(
      `UPDATE ciyuan.account_state AS s SET next_sequence = s.next_sequence + t.taken
         FROM (SELECT * FROM unnest($1::bigint[], $2::bigint[]) AS t (id, taken) ORDER BY id) AS t
         JOIN ciyuan.account AS a ON a.account_id = t.id
        WHERE s.account_id = t.id
       RETURNING s.account_id, a.code, a.zone, a.anchor_day, s.next_sequence - t.taken AS next_sequence`,
      [plainArray(ids), plainArray(ids.map((id) => takes.get(id) as number))],
      'lock_accounts',
    );
    return rows.map((row) => ({
      id: Number(row.account_id),
      code: row.code,
      zone: row.zone,
      anchorDay: row.anchor_day,
      nextSequence: Number(row.next_sequence),
    }));
  }

  /** Where more or fewer numbers were used than were taken, for example by a renewal or a suspension. */
  async setNextSequence(tx: Tx, next: ReadonlyMap<number, number>): Promise<void> {
    if (next.size === 0) return;
    await tx.rows(
      `UPDATE ciyuan.account_state AS s SET next_sequence = t.next
         FROM unnest($1::bigint[], $2::bigint[]) AS t (id, next) WHERE s.account_id = t.id`,
      [plainArray([...next.keys()]), plainArray([...next.values()])],
      'set_next_sequence',
    );
  }
}
