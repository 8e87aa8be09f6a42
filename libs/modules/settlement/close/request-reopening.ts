import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { AccountingMonthsStore } from '@ciyuan/modules/ledger';
import { Clock } from '@ciyuan/platform/clock';
import { Database, type Tx } from '@ciyuan/platform/database';
import { NOTHING_MORE, type MonthEvent } from './month-event';
import type { ReopeningRefusal } from './month-refusals';
import { TakeMonthStep } from './take-month-step';

export interface MonthToReopen {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly reason: string;
  readonly by: string;
}

/** Asks that a frozen month takes bookings again; somebody else decides. A later request stands for an earlier one. */
@Injectable()
export class RequestReopening {
  constructor(
    private readonly database: Database,
    private readonly months: AccountingMonthsStore,
    private readonly takeMonthStep: TakeMonthStep,
    private readonly clock: Clock,
  ) {}

  run(wanted: MonthToReopen): Promise<Result<MonthEvent, ReopeningRefusal>> {
    return this.database.retrying((tx) => this.request(tx, wanted));
  }

  private async request(
    tx: Tx,
    { month, reason, by }: MonthToReopen,
  ): Promise<Result<MonthEvent, ReopeningRefusal>> {
    await this.months.lockExclusive(tx, month);
    const state = await this.months.state(tx, month);
    if (state !== 'frozen') return refuse({ code: 'wrong_month_state', month, state });
    const step = { ...NOTHING_MORE, kind: 'reopening_requested', at: this.clock.now(), by, reason } as const;
    return ok(await this.takeMonthStep.run(tx, month, step));
  }
}
