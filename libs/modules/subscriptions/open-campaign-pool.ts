import { Injectable } from '@nestjs/common';
import type { DocumentFault } from '@ciyuan/core/catalogue';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { Clock } from '@ciyuan/platform/clock';
import { Database, type Tx } from '@ciyuan/platform/database';
import { differences, readWith } from '@ciyuan/platform/validation';
import { campaignPoolSchema, readPool, type CampaignPool, type NewCampaignPool } from './campaign-pool';
import { CampaignPoolsStore } from './campaign-pools.store';

/** The reference of what a pool was opened with, in the list of what was put in. */
export const OPENING = 'opening';

export interface PoolRefusal {
  readonly code: 'invalid' | 'code_taken';
  readonly faults: readonly DocumentFault[];
}

/** Opens a pool of package tokens. Opening it again as it was opened changes nothing, whatever was put in since. */
@Injectable()
export class OpenCampaignPool {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly pools: CampaignPoolsStore,
  ) {}

  async run(candidate: unknown, by: string): Promise<Result<CampaignPool, PoolRefusal>> {
    const read = readWith(campaignPoolSchema, candidate);
    if (!read.ok) return refuse({ code: 'invalid', faults: read.refusal });
    const pool = readPool(read.value);
    if (pool.endsAt !== null && pool.endsAt <= pool.startsAt) {
      const detail = 'a pool ends after it has started';
      return refuse({ code: 'invalid', faults: [{ path: 'endsAt', code: 'out_of_range', detail }] });
    }
    return this.database.retrying((tx) => this.open(tx, pool, by));
  }

  private async open(tx: Tx, pool: NewCampaignPool, by: string): Promise<Result<CampaignPool, PoolRefusal>> {
    const now = this.clock.now();
    if (await this.pools.insert(tx, pool, now)) {
      await this.pools.topUp(tx, { pool: pool.code, reference: OPENING, tokens: pool.tokens, by }, now);
      return ok({ ...pool, takenTokens: 0 });
    }
    const known = await this.pools.byCode(tx, pool.code);
    const tokens = await this.pools.toppedUp(tx, pool.code, OPENING);
    if (known === undefined || tokens === undefined)
      throw new Error(`pool ${pool.code} is neither new nor known`);
    const { takenTokens: _taken, ...opened } = { ...known, tokens };
    const faults = differences(pool, opened);
    return faults.length === 0 ? ok(known) : refuse({ code: 'code_taken', faults });
  }
}
