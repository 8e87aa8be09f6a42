import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@ciyuan/platform/database';
import type { BillRun, BillRunProgress, BillRunTotals } from './bill-run';
import { BillRunsStore } from './bill-runs.store';
import { RunTotalsStore } from './run-totals.store';

export interface BillRunDetails {
  readonly run: BillRun;
  readonly totals: readonly BillRunTotals[];
  readonly progress: BillRunProgress;
}

/** A run, what it comes to by currency, and how far it is. */
@Injectable()
export class FindBillRun {
  constructor(
    private readonly database: Database,
    private readonly runs: BillRunsStore,
    private readonly figures: RunTotalsStore,
  ) {}

  run(id: number): Promise<BillRunDetails | undefined> {
    return this.database.snapshot((tx) => this.find(tx, id));
  }

  private async find(tx: Tx, id: number): Promise<BillRunDetails | undefined> {
    const run = await this.runs.byId(tx, id);
    if (run === undefined) return undefined;
    return {
      run,
      totals: await this.figures.totals(tx, id),
      progress: await this.figures.progress(tx, id),
    };
  }
}
