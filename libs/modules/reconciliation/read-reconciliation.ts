import { Injectable } from '@nestjs/common';
import { Database } from '@ciyuan/platform/database';
import type { CountedReconciliation } from './reconciliation-run';
import { ReconciliationRunsStore } from './reconciliation-runs.store';
import { ReconciliationTotalsStore } from './reconciliation-totals.store';

export interface RunToRead {
  readonly runId: number;
  /** As this party, who sees its own alone. */
  readonly toldTo?: string;
}

/** A partner's file and what it came to, outcome by outcome; undefined where there is none that the reader may see. */
@Injectable()
export class ReadReconciliation {
  constructor(
    private readonly database: Database,
    private readonly runs: ReconciliationRunsStore,
    private readonly totals: ReconciliationTotalsStore,
  ) {}

  run({ runId, toldTo }: RunToRead): Promise<CountedReconciliation | undefined> {
    return this.database.snapshot(async (tx) => {
      const found = await this.runs.byId(tx, runId);
      if (found === undefined || (toldTo !== undefined && toldTo !== found.party)) return undefined;
      return { ...found, totals: await this.totals.ofRun(tx, runId) };
    });
  }
}
