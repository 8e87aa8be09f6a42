import { Injectable } from '@nestjs/common';
import { Clock } from '@ciyuan/platform/clock';
import { Database, type Tx } from '@ciyuan/platform/database';
import { FaultyFile } from './file/file-faults';
import { MatchSides } from './match-sides';
import type { OnProgress, Reconciliation, RowFault } from './reconciliation-run';
import { ReconciliationRunsStore } from './reconciliation-runs.store';
import { StagePartnerFile } from './stage-partner-file';

const NOT_ISSUED: RowFault = {
  row: 1,
  column: null,
  code: 'not_issued',
  detail: 'no statement of the month was issued to the party in this currency',
};

/**
 * Compares a partner's file with our own figures, in one transaction that sees them as they stand at one moment: it
 * may break off anywhere and be begun again, and a run that has ended stays as it is. Undefined where there is none.
 */
@Injectable()
export class MatchReconciliation {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly runs: ReconciliationRunsStore,
    private readonly stagePartnerFile: StagePartnerFile,
    private readonly matchSides: MatchSides,
  ) {}

  run(id: number, onProgress: OnProgress): Promise<Reconciliation | undefined> {
    return this.database.snapshot(async (tx) => {
      const found = await this.runs.byId(tx, id);
      if (found?.state !== 'received') return found;
      return (await this.match(tx, found, onProgress)) ?? this.runs.byId(tx, id);
    });
  }

  private async match(
    tx: Tx,
    found: Reconciliation,
    onProgress: OnProgress,
  ): Promise<Reconciliation | undefined> {
    try {
      const staged = await this.stagePartnerFile.run(tx, found, onProgress);
      const { rows, header } = staged;
      const isThere = await this.matchSides.run(tx, found, header);
      if (!isThere) return await this.fail(tx, found, [NOT_ISSUED]);
      await onProgress(rows, rows);
      const endedAt = this.clock.now();
      return await this.runs.end(tx, found.id, { state: 'matched', endedAt, rows, ...header });
    } catch (error) {
      if (!(error instanceof FaultyFile)) throw error;
      return this.fail(tx, found, error.faults);
    }
  }

  private fail(tx: Tx, { id }: Reconciliation, faults: readonly RowFault[]) {
    return this.runs.end(tx, id, { state: 'failed', endedAt: this.clock.now(), faults });
  }
}
