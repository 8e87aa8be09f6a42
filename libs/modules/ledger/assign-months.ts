import { Injectable } from '@nestjs/common';
import type { Months } from '@ciyuan/core/charging';
import { OPERATOR_ZONE, monthOf, nextMonth } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';
import { AccountingMonthsStore } from './accounting-months.store';

export { OPERATOR_ZONE };

/** The instants that a write may book to, both inclusive. */
export interface BookedSpan {
  readonly from: number;
  readonly until: number;
}

/** The months of one write, and those of them that were no longer open: usage month to accounting month. */
export interface AssignedMonths extends Months {
  readonly late: Readonly<Record<string, string>>;
}

/** Fixes, under the lock that closing waits for, the accounting month of every month that a write may book to. */
@Injectable()
export class AssignMonths {
  constructor(private readonly months: AccountingMonthsStore) {}

  async run(tx: Tx, span: BookedSpan): Promise<AssignedMonths> {
    const assigned = await this.months.assign(tx, monthsOf(span));
    return {
      usageMonth: (at) => monthOf(OPERATOR_ZONE, at),
      accountingMonth: (usageMonth) => {
        const month = assigned.get(usageMonth);
        if (month === undefined) throw new Error(`month ${usageMonth} lies outside what was assigned`);
        return month;
      },
      late: Object.fromEntries([...assigned].filter(([usage, accounting]) => usage !== accounting)),
    };
  }
}

function monthsOf({ from, until }: BookedSpan): string[] {
  const last = monthOf(OPERATOR_ZONE, until);
  const months = [monthOf(OPERATOR_ZONE, from)];
  for (let month = months[0] as string; month < last; ) months.push((month = nextMonth(month)));
  return months;
}
