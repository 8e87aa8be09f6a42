import { Injectable } from '@nestjs/common';
import { Database } from '@ciyuan/platform/database';
import { rollForward, type RollForward } from './deferred-revenue';
import { DeferredRevenueStore } from './deferred-revenue.store';

/**
 * How the deferred revenue of packages went from the beginning of an accounting month to its end, plan by plan, and
 * beside it what the journals have of every figure.
 */
@Injectable()
export class ReadDeferredRevenue {
  constructor(
    private readonly database: Database,
    private readonly moves: DeferredRevenueStore,
  ) {}

  run(month: string): Promise<RollForward> {
    return this.database.snapshot(async (tx) => {
      const byPlan = await this.moves.byPlan(tx, month);
      return rollForward(month, byPlan, await this.moves.inLedger(tx, month));
    });
  }
}
