import { Injectable } from '@nestjs/common';
import { Database } from '@ciyuan/platform/database';
import type { Listed } from '@ciyuan/platform/lists';
import type { Reconciliation } from './reconciliation-run';
import { ReconciliationRunsStore, type ReconciliationPage } from './reconciliation-runs.store';

/** Files of partners, filtered and sorted, page by page. */
@Injectable()
export class ListReconciliations {
  constructor(
    private readonly database: Database,
    private readonly runs: ReconciliationRunsStore,
  ) {}

  run(page: ReconciliationPage): Promise<Listed<Reconciliation>> {
    return this.database.transaction((tx) => this.runs.list(tx, page));
  }
}
