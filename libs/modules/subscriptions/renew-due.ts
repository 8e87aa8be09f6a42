import { Injectable } from '@nestjs/common';
import { renewAhead } from '@ciyuan/core/charging';
import type { Instant } from '@ciyuan/core/kernel';
import type { Progress } from '@ciyuan/platform/jobs';
import { ChangeDueAccounts } from './change-due-accounts';
import { SubscriptionsStore } from './subscriptions.store';

/**
 * Issues the grants of every cycle that begins by `until`, and closes every period of a commitment that is due by
 * then; safe to run again, and beside usage, which does for itself what it finds due. Returns how many there were.
 */
@Injectable()
export class RenewDue {
  constructor(
    private readonly subscriptions: SubscriptionsStore,
    private readonly changeDueAccounts: ChangeDueAccounts,
  ) {}

  run(until: Instant, onProgress?: Progress): Promise<number> {
    return this.changeDueAccounts.run({
      onProgress,
      kind: 'renewal',
      due: (tx, after, limit) => this.subscriptions.accountsDue(tx, until, after, limit),
      from: until,
      until,
      decide: (accounts, months, catalogue) => renewAhead(accounts.values(), until, catalogue, months),
      count: (decision) =>
        decision.newGrants.filter(({ grant }) => grant.origin !== 'rolled_over').length +
        decision.commitmentEntries.filter((entry) => entry.closes).length,
    });
  }
}
