import { Injectable } from '@nestjs/common';
import { Database } from '@ciyuan/platform/database';
import type { Listed } from '@ciyuan/platform/lists';
import type { BillRun } from './bill-run';
import { BillRunsStore, type BillRunPage } from './bill-runs.store';

/** One page of the bill runs that are asked for. */
@Injectable()
export class ListBillRuns {
  constructor(
    private readonly database: Database,
    private readonly runs: BillRunsStore,
  ) {}

  run(page: BillRunPage): Promise<Listed<BillRun>> {
    return this.database.transaction((tx) => this.runs.list(tx, page));
  }
}
