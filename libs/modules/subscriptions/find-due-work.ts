import { Injectable } from '@nestjs/common';
import type { Instant } from '@ciyuan/core/kernel';
import { GrantsStore } from '@ciyuan/modules/entitlement';
import { Database } from '@ciyuan/platform/database';
import { SubscriptionsStore } from './subscriptions.store';

export interface DueWorkFound {
  readonly renewal: boolean;
  /** A grant has lapsed and is not used up; its lateness window may not be over yet. */
  readonly expiry: boolean;
}

/** Whether there is anything to renew, or that may have to expire, by `now`. */
@Injectable()
export class FindDueWork {
  constructor(
    private readonly database: Database,
    private readonly subscriptions: SubscriptionsStore,
    private readonly grants: GrantsStore,
  ) {}

  run(now: Instant): Promise<DueWorkFound> {
    return this.database.transaction(async (tx) => {
      const renewal = await this.subscriptions.accountsDue(tx, now, 0, 1);
      const expiry = await this.grants.accountsWithLapsed(tx, now, 0, 1);
      return { renewal: renewal.length > 0, expiry: expiry.length > 0 };
    });
  }
}
