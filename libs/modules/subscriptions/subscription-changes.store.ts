import { Injectable } from '@nestjs/common';
import type { SubscriptionChange } from '@ciyuan/core/charging';
import type { Instant } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';

export interface ChangeMade {
  readonly batchId: number;
  readonly by: string;
  readonly at: Instant;
  /** Why it is suspended, or goes on. */
  readonly reason: string | null;
}

/** What was done to subscriptions after their orders; appended. */
@Injectable()
export class SubscriptionChangesStore {
  async add(tx: Tx, change: SubscriptionChange, { batchId, by, at, reason }: ChangeMade): Promise<void> {
    await tx.rows(
      `INSERT INTO ciyuan.subscription_change (account_id, sequence, subscription_id, batch_id, kind, ends, ends_at,
         changed_by, changed_at, reason, successor_id, plan_version_id, channel, cycle, begins, prices_as_of, prices_until)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
      [
        change.accountId,
        change.sequence,
        change.subscriptionId,
        batchId,
        change.kind,
        change.ends,
        dateOf(change.endsAt),
        by,
        new Date(at),
        reason,
        change.successorId,
        change.planVersionId,
        change.channel,
        change.cycle,
        change.begins,
        dateOf(change.pricesAsOf),
        dateOf(change.pricesUntil),
      ],
    );
  }
}

const dateOf = (instant: Instant | null): Date | null => (instant === null ? null : new Date(instant));
