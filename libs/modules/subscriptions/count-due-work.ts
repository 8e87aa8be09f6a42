import { Injectable } from '@nestjs/common';
import type { Instant } from '@ciyuan/core/kernel';
import { GrantsStore } from '@ciyuan/modules/entitlement';
import type { Tx } from '@ciyuan/platform/database';
import { SubscriptionsStore } from './subscriptions.store';

export interface DueWorkCounted {
  /** Cycles without a grant, and periods of commitments that are not closed. */
  readonly renewals: number;
  /** Grants that have lapsed and are not used up. */
  readonly expiries: number;
}

/**
 * What belongs to the time before `end`, could be done at `now` and is not: what still waits for late records is not
 * due.
 */
@Injectable()
export class CountDueWork {
  constructor(
    private readonly subscriptions: SubscriptionsStore,
    private readonly grants: GrantsStore,
  ) {}

  async run(tx: Tx, end: Instant, now: Instant): Promise<DueWorkCounted> {
    return {
      renewals: await this.subscriptions.dueWithin(tx, end, now),
      expiries: await this.grants.expiriesDue(tx, end, now),
    };
  }
}
