import { Injectable } from '@nestjs/common';
import { monthBounds, refuse, type Result } from '@ciyuan/core/kernel';
import { ReRateVoided } from '@ciyuan/modules/charging';
import { AccountingMonthsStore, OPERATOR_ZONE } from '@ciyuan/modules/ledger';
import { Clock } from '@ciyuan/platform/clock';
import { Database, type Tx } from '@ciyuan/platform/database';
import { FreezeChecked } from './freeze-checked';
import type { MonthEvent } from './month-event';
import type { FreezeRefusal } from './month-refusals';

export interface MonthToFreeze {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly by: string;
}

/**
 * Nothing more is booked in the month: what comes later for it goes to the next open one, as an adjustment. Accounts with
 * a void are rated anew first, as before a calculation.
 */
@Injectable()
export class FreezeMonth {
  constructor(
    private readonly database: Database,
    private readonly months: AccountingMonthsStore,
    private readonly reRateVoided: ReRateVoided,
    private readonly freezeChecked: FreezeChecked,
    private readonly clock: Clock,
  ) {}

  async run(request: MonthToFreeze): Promise<Result<MonthEvent, FreezeRefusal>> {
    const { month } = request;
    const state = await this.database.transaction((tx) => this.months.state(tx, month));
    if (state !== 'open') return refuse({ code: 'wrong_month_state', month, state });
    if (this.clock.now() < monthBounds(OPERATOR_ZONE, month).end)
      return refuse({ code: 'month_not_over', month });
    await this.reRateVoided.run(request);
    return this.database.retrying((tx) => this.freeze(tx, request));
  }

  private async freeze(tx: Tx, { month, by }: MonthToFreeze): Promise<Result<MonthEvent, FreezeRefusal>> {
    await this.months.lockExclusive(tx, month);
    const state = await this.months.state(tx, month);
    if (state !== 'open') return refuse({ code: 'wrong_month_state', month, state });
    return this.freezeChecked.run(tx, { month, by, at: this.clock.now(), waive: [] });
  }
}
