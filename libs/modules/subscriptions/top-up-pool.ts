import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { Clock } from '@ciyuan/platform/clock';
import { Database } from '@ciyuan/platform/database';
import type { CampaignPool } from './campaign-pool';
import { CampaignPoolsStore, type PoolTopUp } from './campaign-pools.store';

export interface TopUpRefusal {
  readonly code: 'unknown_pool' | 'reference_taken' | 'too_many_tokens';
  readonly detail: string;
}

/** Puts tokens into a pool. The same reference with as many tokens adds nothing, so a request may be sent again. */
@Injectable()
export class TopUpPool {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly pools: CampaignPoolsStore,
  ) {}

  run(topUp: PoolTopUp): Promise<Result<CampaignPool, TopUpRefusal>> {
    const { pool: code, reference, tokens } = topUp;
    return this.database.retrying(async (tx) => {
      const pool = await this.pools.byCode(tx, code);
      if (pool === undefined) return refuse({ code: 'unknown_pool', detail: code });
      if (!Number.isSafeInteger(pool.tokens + tokens))
        return refuse({ code: 'too_many_tokens', detail: `${pool.tokens} are in it` });
      const isNew = await this.pools.topUp(tx, topUp, this.clock.now());
      const known = isNew ? tokens : await this.pools.toppedUp(tx, code, reference);
      if (known !== tokens)
        return refuse({ code: 'reference_taken', detail: `${reference} put in ${known}` });
      const now = await this.pools.byCode(tx, code);
      return ok(now ?? pool);
    });
  }
}
