import { Injectable } from '@nestjs/common';
import { ok, refuse, type Instant, type Result } from '@ciyuan/core/kernel';
import type { SettlementInput, WaivableCode } from '@ciyuan/core/settlement';
import { AccountingMonthsStore } from '@ciyuan/modules/ledger';
import type { Tx } from '@ciyuan/platform/database';
import { FreezeChecked } from './close/freeze-checked';
import { standingFreeze } from './close/month-event';
import { MonthEventsStore } from './close/month-events.store';
import { LoadSettlement } from './load-settlement';
import type { HeldUp, IssueRefusal } from './refusals';
import { RollupLinesStore } from './rollup-lines.store';
import type { SettlementRun } from './settlement-run';

export interface IssueToPrepare {
  readonly by: string;
  readonly at: Instant;
  readonly waive: readonly WaivableCode[];
}

export interface PreparedIssue {
  readonly input: SettlementInput;
  /** What the month did not wait for when it was frozen, by item of its checklist. */
  readonly waived: Readonly<Record<string, number>>;
}

/**
 * Whether an approved run still says all that there is to say of its month. A month that is still open is checked and
 * frozen for it; of one that was frozen before, all of that was asked then. The caller holds the month's lock.
 */
@Injectable()
export class PrepareIssue {
  constructor(
    private readonly rollups: RollupLinesStore,
    private readonly loadSettlement: LoadSettlement,
    private readonly months: AccountingMonthsStore,
    private readonly events: MonthEventsStore,
    private readonly freezeChecked: FreezeChecked,
  ) {}

  async run(
    tx: Tx,
    run: SettlementRun,
    request: IssueToPrepare,
  ): Promise<Result<PreparedIssue, IssueRefusal>> {
    const earlier = await this.rollups.firstUnissued(tx, run.month);
    if (earlier !== undefined) return refuse({ code: 'earlier_month_open', month: earlier });
    const loaded = await this.loadSettlement.run(tx, run.month, run.createdAt);
    if (!loaded.ok) return loaded;
    const { input, digest } = loaded.value;
    if (digest !== run.inputDigest) return refuse({ code: 'stale' });
    const waived = await this.frozen(tx, run.month, request);
    return waived.ok ? ok({ input, waived: waived.value }) : waived;
  }

  private async frozen(
    tx: Tx,
    month: string,
    request: IssueToPrepare,
  ): Promise<Result<PreparedIssue['waived'], HeldUp>> {
    if ((await this.months.state(tx, month)) === 'frozen') {
      return ok(standingFreeze(await this.events.ofMonth(tx, month))?.waived ?? {});
    }
    const frozen = await this.freezeChecked.run(tx, { month, ...request });
    if (frozen.ok) return ok(frozen.value.waived ?? {});
    for (const { code, count } of frozen.refusal.open) {
      if (code !== 'earlier_month_open') return refuse({ code, count });
    }
    throw new Error(`${month} is held up by an earlier month that is issued`);
  }
}
