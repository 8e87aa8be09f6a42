import { Injectable } from '@nestjs/common';
import type { PlannedSplit } from '@ciyuan/core/settlement';
import { Database } from '@ciyuan/platform/database';
import type { RunTotals, SettlementRun } from './settlement-run';
import { SettlementRunsStore } from './settlement-runs.store';
import { SettlementSplitsStore } from './settlement-splits.store';

export interface SettlementRunDetails {
  readonly run: SettlementRun;
  /** By currency. */
  readonly totals: readonly RunTotals[];
  readonly splits: readonly PlannedSplit[];
}

/** A run with what it comes to; undefined where there is none of this id. */
@Injectable()
export class FindSettlementRun {
  constructor(
    private readonly database: Database,
    private readonly runs: SettlementRunsStore,
    private readonly splits: SettlementSplitsStore,
  ) {}

  run(id: number): Promise<SettlementRunDetails | undefined> {
    return this.database.transaction(async (tx) => {
      const run = await this.runs.byId(tx, id);
      if (run === undefined) return undefined;
      return { run, totals: await this.splits.totals(tx, id), splits: await this.splits.ofRun(tx, id) };
    });
  }
}
