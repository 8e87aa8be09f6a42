import { Injectable } from '@nestjs/common';
import { Database } from '@ciyuan/platform/database';
import {
  ConcernedSubscriptionsStore,
  type ConcernedPlace,
  type ConcernedSubscription,
} from './concerned-subscriptions.store';
import { PriceNoticesStore } from './price-notices.store';

export interface ConcernedToList {
  readonly noticeId: number;
  readonly after?: ConcernedPlace;
  readonly limit: number;
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

  run({ noticeId, after, limit }: ConcernedToList): Promise<ConcernedSubscription[] | undefined> {
    return this.database.transaction(async (tx) => {
      const notice = await this.notices.byId(tx, noticeId);
      return notice === undefined ? undefined : this.subscriptions.list(tx, notice, after, limit);
    });
  }
}
