import { Injectable } from '@nestjs/common';
import { OPERATOR_ZONE, dayStart, parseInstant } from '@ciyuan/core/kernel';
import { Database } from '@ciyuan/platform/database';
import { BookedDaysStore } from './booked-days.store';
import type { Overview } from './overview';
import { overviewOf } from './overview-of';
import { PayingAccountsStore } from './paying-accounts.store';

export interface DaysAsked {
  /** `YYYY-MM-DD` of the operator's zone, both inclusive. */
  readonly from: string;
  readonly to: string;
}

/** What was booked from day to day, out of roll-ups: nothing is read record by record. */
@Injectable()
export class ReadOverview {
  constructor(
    private readonly database: Database,
    private readonly booked: BookedDaysStore,
    private readonly paying: PayingAccountsStore,
  ) {}

  run({ from, to }: DaysAsked): Promise<Overview> {
    const within = { from: startOf(from), until: dayStart(OPERATOR_ZONE, startOf(to), 1) };
    return this.database.snapshot(async (tx) =>
      overviewOf({
        from,
        to,
        booked: await this.booked.byDay(tx, within),
        models: await this.booked.byModel(tx, within),
        paying: await this.paying.byDay(tx, from, to),
      }),
    );
  }
}

/** Any instant of the day would do: this is its noon. */
const startOf = (day: string): number => dayStart(OPERATOR_ZONE, parseInstant(`${day}T04:00:00Z`) as number);
