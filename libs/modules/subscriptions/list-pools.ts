import { Injectable } from '@nestjs/common';
import { Database } from '@ciyuan/platform/database';
import type { CampaignPool } from './campaign-pool';
import { CampaignPoolsStore } from './campaign-pools.store';

/** Every campaign pool with what is left of it, by code. */
@Injectable()
export class ListPools {
  constructor(
    private readonly database: Database,
    private readonly pools: CampaignPoolsStore,
  ) {}

  run(): Promise<CampaignPool[]> {
    return this.database.transaction((tx) => this.pools.list(tx));
  }
}
