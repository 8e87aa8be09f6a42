import { Injectable } from '@nestjs/common';
import { Database } from '@ciyuan/platform/database';
import type { SettlementRun } from './settlement-run';
import { SettlementRunsStore, type RunFilter } from './settlement-runs.store';

/** Runs of one month or of all, the latest first. */
@Injectable()
export class ListSettlementRuns {
  constructor(
    private readonly database: Database,
    private readonly runs: SettlementRunsStore,
  ) {}

  run(filter: RunFilter): Promise<SettlementRun[]> {
    return this.database.transaction((tx) => this.runs.list(tx, filter));
  }
}
