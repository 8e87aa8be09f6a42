import { Injectable } from '@nestjs/common';
import { Database } from '@ciyuan/platform/database';
import { PriceNoticesStore, type AnnouncedVersion, type NoticeFilter } from './price-notices.store';

/** Notices of prices by document and by when they were announced, the latest first. */
@Injectable()
export class ListPriceNotices {
  constructor(
    private readonly database: Database,
    private readonly notices: PriceNoticesStore,
  ) {}

  run(filter: NoticeFilter): Promise<AnnouncedVersion[]> {
    return this.database.transaction((tx) => this.notices.list(tx, filter));
  }
}
