import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { AccountingMonthsStore } from '@ciyuan/modules/ledger';
import { Clock } from '@ciyuan/platform/clock';
import { Database, type Tx } from '@ciyuan/platform/database';
import { NOTHING_MORE, standingWaivers, type MonthEvent } from './month-event';
import { MonthEventsStore } from './month-events.store';
import type { WithdrawalRefusal } from './month-refusals';
import { TakeMonthStep } from './take-month-step';

export interface WaiverToWithdraw {
  readonly month: string;
  /** Of the event that waived. */
  readonly number: number;
  readonly by: string;
}

/** What was waived is waited for again. What was frozen with the waiver stays as it is, until the month is reopened. */
@Injectable()
export class WithdrawWaiver {
  constructor(
    private readonly database: Database,
    private readonly months: AccountingMonthsStore,
    private readonly events: MonthEventsStore,
    private readonly takeMonthStep: TakeMonthStep,
    private readonly clock: Clock,
  ) {}

  run(wanted: WaiverToWithdraw): Promise<Result<MonthEvent, WithdrawalRefusal>> {
    return this.database.retrying((tx) => this.withdraw(tx, wanted));
  }

  private async withdraw(
    tx: Tx,
    { month, number, by }: WaiverToWithdraw,
  ): Promise<Result<MonthEvent, WithdrawalRefusal>> {
    await this.months.lockExclusive(tx, month);
    const state = await this.months.state(tx, month);
    if (state !== 'open') return refuse({ code: 'wrong_month_state', month, state });
    const waivers = standingWaivers(await this.events.ofMonth(tx, month));
    if (!waivers.some((one) => one.number === number)) return refuse({ code: 'unknown_waiver' });
    const step = { ...NOTHING_MORE, kind: 'waiver_withdrawn', at: this.clock.now(), by } as const;
    return ok(await this.takeMonthStep.run(tx, month, { ...step, refersTo: number }));
  }
}
