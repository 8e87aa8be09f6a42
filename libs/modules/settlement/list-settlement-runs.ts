import { Injectable } from '@nestjs/common';
import { Database } from '@ciyuan/platform/database';
import type { Listed } from '@ciyuan/platform/lists';
import type { SettlementRun } from './settlement-run';
import { SettlementRunsStore, type RunPage } from './settlement-runs.store';

/** One page of the runs that are asked for, in the order that is asked for. */
@Injectable()
export class ListSettlementRuns {
  constructor(
    private readonly database: Database,
    private readonly runs: SettlementRunsStore,
  ) {}

  run(page: RunPage): Promise<Listed<SettlementRun>> {
    return this.database.transaction((tx) => this.runs.list(tx, page));
  }
}
