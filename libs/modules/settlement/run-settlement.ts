import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { AccountingMonthsStore } from '@ciyuan/modules/ledger';
import { Clock } from '@ciyuan/platform/clock';
import { Database, type Tx } from '@ciyuan/platform/database';
import { LoadSettlement } from './load-settlement';
import { planMonth } from './plan-month';
import type { CalculationRefusal } from './refusals';
import type { SettlementRun } from './settlement-run';
import { SettlementRunsStore } from './settlement-runs.store';
import { WriteSettlement } from './write-settlement';

export interface MonthToSettle {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly by: string;
  /** The job that this is done for: done for it before, it gives the version that it made then. */
  readonly jobRunId?: number;
  /** Told of each step that is done, of {@link SETTLEMENT_STEPS}; what it throws breaks the calculation off, and nothing is kept. */
  readonly onStep?: (done: number) => Promise<void>;
}

/** What was booked is read, the shares are computed, and the version is written. */
export const SETTLEMENT_STEPS = 3;

/**
 * Calculates a month as a new version, and sets earlier versions aside. The month stays open: what comes before it is
 * issued makes another version.
 */
@Injectable()
export class RunSettlement {
  constructor(
    private readonly database: Database,
    private readonly months: AccountingMonthsStore,
    private readonly runs: SettlementRunsStore,
    private readonly loadSettlement: LoadSettlement,
    private readonly writeSettlement: WriteSettlement,
    private readonly clock: Clock,
  ) {}

  run(request: MonthToSettle): Promise<Result<SettlementRun, CalculationRefusal>> {
    return this.database.retrying((tx) => this.calculate(tx, request));
  }

  private async calculate(
    tx: Tx,
    { month, by, jobRunId, onStep }: MonthToSettle,
  ): Promise<Result<SettlementRun, CalculationRefusal>> {
    await this.months.lockExclusive(tx, month);
    const made = jobRunId === undefined ? undefined : await this.runs.byJob(tx, jobRunId);
    if (made !== undefined) return ok(made);
    const isClosed =
      (await this.months.state(tx, month)) === 'closed' || (await this.runs.posted(tx, month)) !== undefined;
    if (isClosed) return refuse({ code: 'month_closed', month });
    const createdAt = this.clock.now();
    const loaded = await this.loadSettlement.run(tx, month, createdAt);
    if (!loaded.ok) return loaded;
    await onStep?.(1);
    const { input, digest } = loaded.value;
    const plan = planMonth(input);
    if (!plan.ok) return plan;
    await onStep?.(2);
    const run = { month, inputDigest: digest, createdAt, createdBy: by, jobRunId };
    const written = await this.writeSettlement.run(tx, { ...run, kind: 'settlement' }, plan.value);
    await onStep?.(SETTLEMENT_STEPS);
    return ok(written);
  }
}
