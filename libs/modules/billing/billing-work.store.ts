import { Injectable } from '@nestjs/common';
import type { Period } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';

/** How much of billing waits. */
@Injectable()
export class BillingWorkStore {
  async openRuns(tx: Tx, { start, end }: Period): Promise<number> {
    const [row] = await tx.rows<{ count: string }>(
      `SELECT count(*) AS count FROM ciyuan.bill_run
        WHERE state IN ('calculating','draft','finalising') AND cut_off > $1 AND cut_off <= $2`,
      [new Date(start), new Date(end)],
    );
    return Number(row?.count);
  }

  async requestedAdjustments(tx: Tx, { start, end }: Period): Promise<number> {
    const [row] = await tx.rows<{ count: string }>(
      `SELECT count(*) AS count FROM ciyuan.account_adjustment
        WHERE state = 'requested' AND requested_at >= $1 AND requested_at < $2`,
      [new Date(start), new Date(end)],
    );
    return Number(row?.count);
  }
}
