import { Injectable } from '@nestjs/common';
import { renewAhead } from '@ciyuan/core/charging';
import type { Instant } from '@ciyuan/core/kernel';
import { ChangeDueAccounts } from './change-due-accounts';
import { SubscriptionsStore } from './subscriptions.store';

/**
 * Issues the grants of every cycle that begins by `until`; safe to run again, and beside usage, which renews for
 * itself what it finds due. Returns how many grants were issued.
 */
@Injectable()
export class RenewDue {
  constructor(
    private readonly subscriptions: SubscriptionsStore,
    private readonly changeDueAccounts: ChangeDueAccounts,
  ) {}

  run(until: Instant): Promise<number> {
    return this.changeDueAccounts.run({
      kind: 'renewal',
      due: (tx, after, limit) => this.subscriptions.accountsDue(tx, until, after, limit),
      from: until,
      until,
      decide: (accounts, months, catalogue) => renewAhead(accounts.values(), until, catalogue, months),
      count: (decision) => decision.newGrants.length,
    });
  }
}
