import { Injectable } from '@nestjs/common';
import type { CheckedItem } from '@ciyuan/core/settlement';
import { Database } from '@ciyuan/platform/database';
import { CheckMonth } from './check-month';
import { DateSteps } from './date-steps';
import type { ListedMonth } from './list-months';
import { standingWaivers, type MonthEvent, type MonthWaiver } from './month-event';
import { MonthEventsStore } from './month-events.store';
import { MonthsStore } from './months.store';

export interface MonthDetails extends ListedMonth {
  /** Of a month that is not closed; as it is now, and without its lock. */
  readonly checklist: readonly CheckedItem[];
  readonly waivers: readonly MonthWaiver[];
  /** The earliest first. */
  readonly events: readonly MonthEvent[];
}

/** All that there is to know of a month's end. A month that nobody has touched is open. */
@Injectable()
export class ReadMonth {
  constructor(
    private readonly database: Database,
    private readonly months: MonthsStore,
    private readonly dateSteps: DateSteps,
    private readonly checkMonth: CheckMonth,
    private readonly events: MonthEventsStore,
  ) {}

  /** `month` is `YYYY-MM`. */
  run(month: string): Promise<MonthDetails> {
    return this.database.transaction(async (tx) => {
      const found = await this.months.one(tx, month);
      const [steps = []] = await this.dateSteps.run(tx, [found]);
      const checklist = found.state === 'closed' ? [] : await this.checkMonth.run(tx, month);
      const events = await this.events.ofMonth(tx, month);
      return { ...found, steps, checklist, waivers: standingWaivers(events), events };
    });
  }
}
