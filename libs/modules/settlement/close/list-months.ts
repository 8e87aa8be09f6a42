import { Injectable } from '@nestjs/common';
import type { DatedStep } from '@ciyuan/core/settlement';
import { Database } from '@ciyuan/platform/database';
import { DateSteps } from './date-steps';
import { MonthsStore, type MonthRead } from './months.store';

export interface ListedMonth extends MonthRead {
  readonly steps: readonly DatedStep[];
}

/** Every month that there is anything of, the latest first, and how far each has come. */
@Injectable()
export class ListMonths {
  constructor(
    private readonly database: Database,
    private readonly months: MonthsStore,
    private readonly dateSteps: DateSteps,
  ) {}

  run(): Promise<readonly ListedMonth[]> {
    return this.database.transaction(async (tx) => {
      const months = await this.months.list(tx);
      const steps = await this.dateSteps.run(tx, months);
      return months.map((one, index) => ({ ...one, steps: steps[index] ?? [] }));
    });
  }
}
