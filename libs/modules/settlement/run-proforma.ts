import { Injectable } from '@nestjs/common';
import { ok, type Result } from '@ciyuan/core/kernel';
import { Clock } from '@ciyuan/platform/clock';
import { Database, type Tx } from '@ciyuan/platform/database';
import { LoadSettlement } from './load-settlement';
import { planMonth } from './plan-month';
import type { CalculationRefusal } from './refusals';
import { SETTLEMENT_STEPS, type MonthToSettle } from './run-settlement';
import type { SettlementRun } from './settlement-run';
import { SettlementRunsStore, type NewRun } from './settlement-runs.store';
import { WriteSettlement } from './write-settlement';

/**
 * Calculates a month as an indication, at any time: also one that has not ended, or that was issued. It reads what was
 * booked at one instant, and keeps nobody from booking on. No other version is set aside for it.
 */
@Injectable()
export class RunProforma {
  constructor(
    private readonly database: Database,
    private readonly runs: SettlementRunsStore,
    private readonly loadSettlement: LoadSettlement,
    private readonly writeSettlement: WriteSettlement,
    private readonly clock: Clock,
  ) {}

  async run(request: MonthToSettle): Promise<Result<SettlementRun, CalculationRefusal>> {
    const { month, by, jobRunId, onStep } = request;
    const createdAt = this.clock.now();
    const loaded = await this.database.snapshot(async (tx) => {
      const posted = await this.runs.posted(tx, month);
      return this.loadSettlement.run(tx, month, posted?.createdAt ?? createdAt, posted ?? null);
    });
    if (!loaded.ok) return loaded;
    await onStep?.(1);
    const { input, digest: inputDigest } = loaded.value;
    const plan = planMonth(input);
    if (!plan.ok) return plan;
    await onStep?.(2);
    const run: NewRun = { kind: 'proforma', month, inputDigest, createdAt, createdBy: by, jobRunId };
    return this.database.retrying(async (tx: Tx) => {
      await this.runs.lockProforma(tx, month);
      const made = jobRunId === undefined ? undefined : await this.runs.byJob(tx, jobRunId);
      const written = made ?? (await this.writeSettlement.run(tx, run, plan.value));
      await onStep?.(SETTLEMENT_STEPS);
      return ok(written);
    });
  }
}
