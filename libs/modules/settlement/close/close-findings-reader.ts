import { Injectable } from '@nestjs/common';
import { monthBounds } from '@ciyuan/core/kernel';
import {
  CLOSE_ITEMS,
  type CloseFinding,
  type CloseFindings,
  type CloseItemCode,
} from '@ciyuan/core/settlement';
import { OPERATOR_ZONE } from '@ciyuan/modules/ledger';
import { ReRatingRunsStore } from '@ciyuan/modules/usage';
import type { Tx } from '@ciyuan/platform/database';
import { OpenSuspenseStore } from '../open-suspense.store';
import { RollupLinesStore } from '../rollup-lines.store';
import { MonthBooksStore } from './month-books.store';
import { WaitingWorkReader } from './waiting-work-reader';

type Reader = (tx: Tx, month: string) => Promise<CloseFinding>;

const counted = (count: number): CloseFinding => ({ count, example: null });

/** What there is of each item of a month's checklist. What lower modules own is asked for at their doors. */
@Injectable()
export class CloseFindingsReader {
  /** One for each item; without it the item does not compile. */
  private readonly readers: Readonly<Record<CloseItemCode, Reader>> = {
    earlier_month_open: async (tx, month) => {
      const example = (await this.rollups.firstOpen(tx, month)) ?? null;
      return { count: example === null ? 0 : 1, example };
    },
    voids_not_re_rated: async (tx, month) => counted(await this.reRatings.untouchedVoids(tx, month)),
    cost_suspense_open: async (tx, month) =>
      counted(await this.suspense.costs(tx, await this.rollups.usageMonthsIn(tx, month))),
    suspense_open: async (tx, month) =>
      counted(await this.suspense.records(tx, monthBounds(OPERATOR_ZONE, month))),
    renewals_due: (tx, month) => this.waiting.due(tx, month, 'renewals'),
    expiries_due: (tx, month) => this.waiting.due(tx, month, 'expiries'),
    bill_run_open: (tx, month) => this.waiting.billing(tx, month, 'openRuns'),
    adjustments_requested: (tx, month) => this.waiting.billing(tx, month, 'requestedAdjustments'),
    ledger_unbalanced: (tx, month) => this.books.unbalanced(tx, month),
    books_differ: (tx, month) => this.books.differences(tx, month),
  };

  constructor(
    private readonly rollups: RollupLinesStore,
    private readonly reRatings: ReRatingRunsStore,
    private readonly suspense: OpenSuspenseStore,
    private readonly waiting: WaitingWorkReader,
    private readonly books: MonthBooksStore,
  ) {}

  one(tx: Tx, month: string, item: CloseItemCode): Promise<CloseFinding> {
    return this.readers[item](tx, month);
  }

  async all(tx: Tx, month: string): Promise<CloseFindings> {
    const findings: [CloseItemCode, CloseFinding][] = [];
    for (const { code } of CLOSE_ITEMS) findings.push([code, await this.one(tx, month, code)]);
    return Object.fromEntries(findings) as CloseFindings;
  }
}
