import { Injectable } from '@nestjs/common';
import { Database } from '@ciyuan/platform/database';
import type { Listed } from '@ciyuan/platform/lists';
import { PriceNoticesStore, type AnnouncedVersion, type NoticePage } from './price-notices.store';

/** One page of the notices of prices that are asked for, in the order that is asked for. */
@Injectable()
export class ListPriceNotices {
  constructor(
    private readonly database: Database,
    private readonly notices: PriceNoticesStore,
  ) {}

  run(page: NoticePage): Promise<Listed<AnnouncedVersion>> {
    return this.database.transaction((tx) => this.notices.list(tx, page));
  }
}
