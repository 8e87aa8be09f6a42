import { Injectable } from '@nestjs/common';
import { Database } from '@ciyuan/platform/database';
import type { Listed } from '@ciyuan/platform/lists';
import {
  ConcernedSubscriptionsStore,
  type ConcernedPage,
  type ConcernedSubscription,
} from './concerned-subscriptions.store';
import { PriceNoticesStore } from './price-notices.store';

export interface ConcernedToList extends ConcernedPage {
  readonly noticeId: number;
}

/**
 * The subscriptions that a notice is about, of its audience, as they stand now; those that end before the version
 * begins are left out. Undefined where there is no such notice.
 */
@Injectable()
export class ListConcerned {
  constructor(
    private readonly database: Database,
    private readonly notices: PriceNoticesStore,
    private readonly subscriptions: ConcernedSubscriptionsStore,
  ) {}

  run({ noticeId, ...page }: ConcernedToList): Promise<Listed<ConcernedSubscription> | undefined> {
    return this.database.transaction(async (tx) => {
      const notice = await this.notices.byId(tx, noticeId);
      return notice === undefined ? undefined : this.subscriptions.list(tx, notice, page);
    });
  }
}
