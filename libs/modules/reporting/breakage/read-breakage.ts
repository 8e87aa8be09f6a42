import { Injectable } from '@nestjs/common';
import { Database } from '@ciyuan/platform/database';
import { breakageReport, type BreakageReport } from './breakage-report';
import { BreakageStore } from './breakage.store';

/** What of the packages that customers paid for was consumed and what expired, by plan and accounting month. */
@Injectable()
export class ReadBreakage {
  constructor(
    private readonly database: Database,
    private readonly breakage: BreakageStore,
  ) {}

  /** Months `YYYY-MM`, both inclusive. */
  run({ from, until }: { readonly from: string; readonly until: string }): Promise<BreakageReport> {
    return this.database.snapshot(async (tx) => {
      const plans = await this.breakage.byPlan(tx, from, until);
      return breakageReport(from, until, plans, await this.breakage.inLedger(tx, from, until));
    });
  }
}
