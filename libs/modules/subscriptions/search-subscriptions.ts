import { Injectable } from '@nestjs/common';
import { Clock } from '@ciyuan/platform/clock';
import { Database } from '@ciyuan/platform/database';
import type { Listed } from '@ciyuan/platform/lists';
import {
  SoldSubscriptionsStore,
  type SoldSubscription,
  type SubscriptionPage,
} from './sold-subscriptions.store';

/** One page of what all accounts have taken up: what is asked for, in the order that is asked for, as it stands now. */
@Injectable()
export class SearchSubscriptions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly subscriptions: SoldSubscriptionsStore,
  ) {}

  run(page: SubscriptionPage): Promise<Listed<SoldSubscription>> {
    const now = this.clock.now();
    return this.database.transaction((tx) => this.subscriptions.list(tx, page, now));
  }
}
