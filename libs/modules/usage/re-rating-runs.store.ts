import { Injectable } from '@nestjs/common';
import type { Instant } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';

/** A re-rating of an account's period that was applied. */
export interface ReRatingRun {
  readonly accountId: number;
  readonly batchId: number;
  readonly from: Instant;
  readonly until: Instant;
  /** Every entry of the account up to here was looked at, or made, by the run. */
  readonly throughSequence: number;
  readonly changed: number;
  readonly kept: number;
  readonly digest: string;
  readonly reason: string;
  readonly by: string;
  readonly bookedAt: Instant;
}

/** An account with voids that no re-rating has looked at since. */
export interface VoidedAccount {
  readonly accountId: number;
  readonly accountCode: string;
  /** The earliest of the voided records. */
  readonly from: Instant;
}

/** Accounts by their ids: behind `after`, up to `through`. */
export interface AccountRange {
  readonly after: number;
  readonly through: number;
}

/** Every account there is. */
export const ALL_ACCOUNTS: AccountRange = { after: 0, through: Number.MAX_SAFE_INTEGER };

/** Voids of accounting months up to one, which nothing has re-rated since. */
const UNTOUCHED = `
  FROM ciyuan.usage_correction AS c
 WHERE c.kind = 'reversal' AND c.accounting_month <= $1
   AND NOT EXISTS (SELECT FROM ciyuan.usage_correction AS later
                    WHERE later.account_id = c.account_id AND later.record_sequence = c.record_sequence
                      AND later.sequence > c.sequence)
   AND NOT EXISTS (SELECT FROM ciyuan.re_rating_run AS r
                    WHERE r.account_id = c.account_id AND r.from_at <= c.at AND c.at < r.until_at
                      AND r.through_sequence >= c.sequence)`;

/** Each time that an account's period was rated anew, and what is still to be. */
@Injectable()
export class ReRatingRunsStore {
  async add(tx: Tx, run: ReRatingRun): Promise<void> {
    await tx.rows(
      `INSERT INTO ciyuan.re_rating_run (account_id, batch_id, from_at, until_at, through_sequence, changed, kept, digest,
         reason, requested_by, booked_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        run.accountId,
        run.batchId,
        new Date(run.from),
        new Date(run.until),
        run.throughSequence,
        run.changed,
        run.kept,
        run.digest,
        run.reason,
        run.by,
        new Date(run.bookedAt),
      ],
    );
  }

  /** How many voids booked to the month or before it nobody has re-rated since. `month` is `YYYY-MM`. */
  async untouchedVoids(tx: Tx, month: string): Promise<number> {
    const rows = await tx.rows<{ count: string }>(`SELECT count(*) AS count ${UNTOUCHED}`, [month]);
    return Number(rows[0]?.count);
  }

  /** The first accounts of a range, in the order of their ids, that such voids are of. */
  async accountsToReRate(
    tx: Tx,
    month: string,
    { after, through }: AccountRange,
    limit: number,
  ): Promise<VoidedAccount[]> {
    const rows = await tx.rows<{ account_id: string; code: string; from_at: Date }>(
      `SELECT v.account_id, a.code, v.from_at
         FROM (SELECT c.account_id, min(c.at) AS from_at ${UNTOUCHED} AND c.account_id > $2 AND c.account_id <= $4
                GROUP BY c.account_id ORDER BY c.account_id LIMIT $3) AS v
         JOIN ciyuan.account AS a ON a.account_id = v.account_id ORDER BY v.account_id`,
      [month, after, limit, through],
    );
    return rows.map((row) => ({
      accountId: Number(row.account_id),
      accountCode: row.code,
      from: row.from_at.getTime(),
    }));
  }

  /** Ranges that together have all accounts that such voids are of, so many in each. */
  async rangesToReRate(
    tx: Tx,
    month: string,
    size: number,
  ): Promise<(AccountRange & { accounts: number })[]> {
    const rows = await tx.rows<{ through: string; accounts: string }>(
      `SELECT max(account_id) AS through, count(*) AS accounts
         FROM (SELECT account_id, (row_number() OVER (ORDER BY account_id) - 1) / $2::integer AS range
                 FROM (SELECT DISTINCT c.account_id ${UNTOUCHED}) AS v) AS numbered
        GROUP BY range ORDER BY range`,
      [month, size],
    );
    return rows.map(({ through, accounts }, index) => ({
      after: Number(rows[index - 1]?.through ?? 0),
      through: Number(through),
      accounts: Number(accounts),
    }));
  }
}
