import { Injectable } from '@nestjs/common';
import { Database } from '@ciyuan/platform/database';
import type { Listed } from '@ciyuan/platform/lists';
import type { CampaignPool } from './campaign-pool';
import { CampaignPoolsStore, type PoolPage } from './campaign-pools.store';

/** One page of the campaign pools that are asked for, with what is left of each. */
@Injectable()
export class ListPools {
  constructor(
    private readonly database: Database,
    private readonly pools: CampaignPoolsStore,
  ) {}

  run(page: PoolPage): Promise<Listed<CampaignPool>> {
    return this.database.transaction((tx) => this.pools.list(tx, page));
  }
}
