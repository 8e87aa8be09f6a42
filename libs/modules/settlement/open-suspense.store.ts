import { Injectable } from '@nestjs/common';
import type { Period } from '@ciyuan/core/kernel';
import { textArray, type Tx } from '@ciyuan/platform/database';

/** What is still open in months that somebody wants to issue. */
@Injectable()
export class OpenSuspenseStore {
  /** Costs that no book of their party prices, of ratings that stand. */
  async costs(tx: Tx, usageMonths: readonly string[]): Promise<number> {
    const rows = await tx.rows<{ count: string }>(
      `SELECT count(*) AS count FROM ciyuan.cost_suspense
        WHERE usage_month = ANY ($1::text[]) AND settled_sequence IS NULL`,
      [textArray(usageMonths)],
    );
    return Number(rows[0]?.count);
  }

  /** Records that were accepted and are not charged yet. */
  async records(tx: Tx, { start, end }: Period): Promise<number> {
    const rows = await tx.rows<{ count: string }>(
      "SELECT count(*) AS count FROM ciyuan.suspense_record WHERE state = 'open' AND at >= $1 AND at < $2",
      [new Date(start), new Date(end)],
    );
    return Number(rows[0]?.count);
  }
}
