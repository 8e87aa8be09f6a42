import { Injectable } from '@nestjs/common';
import type { SubscriptionChange } from '@ciyuan/core/charging';
import type { Instant } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';

export interface ChangeMade {
  readonly batchId: number;
  readonly by: string;
  readonly at: Instant;
}

/** Ends that were set and taken back; appended. */
@Injectable()
export class SubscriptionChangesStore {
  async add(tx: Tx, change: SubscriptionChange, { batchId, by, at }: ChangeMade): Promise<void> {
    await tx.rows(
      `INSERT INTO ciyuan.subscription_change (account_id, sequence, subscription_id, batch_id, kind, ends, ends_at,
         changed_by, changed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        change.accountId,
        change.sequence,
        change.subscriptionId,
        batchId,
        change.kind,
        change.ends,
        change.endsAt === null ? null : new Date(change.endsAt),
        by,
        new Date(at),
      ],
    );
  }
}
