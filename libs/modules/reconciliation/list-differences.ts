import { Injectable } from '@nestjs/common';
import { Database } from '@ciyuan/platform/database';
import type { Listed } from '@ciyuan/platform/lists';
import type { Difference } from './difference';
import { DifferencesStore, type DifferencePage } from './differences.store';
import { ReconciliationRunsStore } from './reconciliation-runs.store';

export interface DifferencesToList extends DifferencePage {
  /** As this party, who sees its own alone. */
  readonly toldTo?: string;
}

/** What of a file differs from ours, filtered and sorted, page by page; undefined where there is no such run. */
@Injectable()
export class ListDifferences {
  constructor(
    private readonly database: Database,
    private readonly runs: ReconciliationRunsStore,
    private readonly differences: DifferencesStore,
  ) {}

  run({ toldTo, ...page }: DifferencesToList): Promise<Listed<Difference> | undefined> {
    return this.database.transaction(async (tx) => {
      const found = await this.runs.byId(tx, page.runId);
      if (found === undefined || (toldTo !== undefined && toldTo !== found.party)) return undefined;
      return this.differences.page(tx, page);
    });
  }
}
