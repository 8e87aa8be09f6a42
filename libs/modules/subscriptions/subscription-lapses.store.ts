import { Injectable } from '@nestjs/common';
import type { SubscriptionLapse } from '@ciyuan/core/charging';
import { plainArray, type Tx } from '@ciyuan/platform/database';

/** Add-ons that ended because nothing that they were added to ran any more. */
@Injectable()
export class SubscriptionLapsesStore {
  async add(tx: Tx, batchId: number, lapses: readonly SubscriptionLapse[]): Promise<void> {
    if (lapses.length === 0) return;
    await tx.rows(
      `INSERT INTO ciyuan.subscription_lapse (account_id, sequence, subscription_id, batch_id, ends_at)
       SELECT l.account_id, l.sequence, l.subscription_id, $1, l.ends_at
         FROM unnest($2::bigint[], $3::bigint[], $4::bigint[], $5::timestamptz[])
           AS l (account_id, sequence, subscription_id, ends_at)`,
      [
        batchId,
        plainArray(lapses.map((one) => one.accountId)),
        plainArray(lapses.map((one) => one.sequence)),
        plainArray(lapses.map((one) => one.subscriptionId)),
        lapses.map((one) => new Date(one.endsAt)),
      ],
    );
  }
}
