import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import type { WaivableCode } from '@ciyuan/core/settlement';
import { AccountingMonthsStore } from '@ciyuan/modules/ledger';
import { Clock } from '@ciyuan/platform/clock';
import { Database, type Tx } from '@ciyuan/platform/database';
import { CloseFindingsReader } from './close-findings-reader';
import { NOTHING_MORE, type MonthEvent } from './month-event';
import type { WaiverRefusal } from './month-refusals';
import { TakeMonthStep } from './take-month-step';

export interface ItemToWaive {
  readonly month: string;
  readonly item: WaivableCode;
  readonly reason: string;
  readonly by: string;
}

/** Somebody decides that an open month does not wait for what there is of an item now, and says why. */
@Injectable()
export class WaiveItem {
  constructor(
    private readonly database: Database,
    private readonly months: AccountingMonthsStore,
    private readonly findings: CloseFindingsReader,
    private readonly takeMonthStep: TakeMonthStep,
    private readonly clock: Clock,
  ) {}

  run(wanted: ItemToWaive): Promise<Result<MonthEvent, WaiverRefusal>> {
    return this.database.retrying((tx) => this.waive(tx, wanted));
  }

  private async waive(
    tx: Tx,
    { month, item, reason, by }: ItemToWaive,
  ): Promise<Result<MonthEvent, WaiverRefusal>> {
    await this.months.lockExclusive(tx, month);
    const state = await this.months.state(tx, month);
    if (state !== 'open') return refuse({ code: 'wrong_month_state', month, state });
    const { count: seen } = await this.findings.one(tx, month, item);
    if (seen === 0) return refuse({ code: 'nothing_to_waive' });
    const step = { ...NOTHING_MORE, kind: 'waived', at: this.clock.now(), by, reason, item, seen } as const;
    return ok(await this.takeMonthStep.run(tx, month, step));
  }
}
