import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { AccountingMonthsStore } from '@ciyuan/modules/ledger';
import { Clock } from '@ciyuan/platform/clock';
import { Database, type Tx } from '@ciyuan/platform/database';
import { NOTHING_MORE, lastStep, type MonthEvent } from './month-event';
import { MonthEventsStore } from './month-events.store';
import type { ReopeningApprovalRefusal } from './month-refusals';
import { TakeMonthStep } from './take-month-step';

export interface ReopeningToApprove {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly by: string;
}

/** A second person opens a frozen month again. What was booked in later months meanwhile stays there. */
@Injectable()
export class ApproveReopening {
  constructor(
    private readonly database: Database,
    private readonly months: AccountingMonthsStore,
    private readonly events: MonthEventsStore,
    private readonly takeMonthStep: TakeMonthStep,
    private readonly clock: Clock,
  ) {}

  run(wanted: ReopeningToApprove): Promise<Result<MonthEvent, ReopeningApprovalRefusal>> {
    return this.database.retrying((tx) => this.approve(tx, wanted));
  }

  private async approve(
    tx: Tx,
    { month, by }: ReopeningToApprove,
  ): Promise<Result<MonthEvent, ReopeningApprovalRefusal>> {
    await this.months.lockExclusive(tx, month);
    const state = await this.months.state(tx, month);
    if (state !== 'frozen') return refuse({ code: 'wrong_month_state', month, state });
    const last = lastStep(await this.events.ofMonth(tx, month));
    if (last?.kind !== 'reopening_requested') return refuse({ code: 'not_requested' });
    if (last.by === by) return refuse({ code: 'second_person_needed' });
    const followed = { refersTo: last.number, askedBy: last.by };
    const step = { ...NOTHING_MORE, ...followed, kind: 'reopened', at: this.clock.now(), by } as const;
    return ok(await this.takeMonthStep.run(tx, month, step));
  }
}
