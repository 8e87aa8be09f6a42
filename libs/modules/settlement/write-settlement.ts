import { Injectable } from '@nestjs/common';
import type { SettlementPlan } from '@ciyuan/core/settlement';
import type { Tx } from '@ciyuan/platform/database';
import { WriteBases } from './bases/write-bases';
import type { SettlementRun } from './settlement-run';
import { SettlementRunsStore, type NewRun } from './settlement-runs.store';
import { SettlementSplitsStore } from './settlement-splits.store';
import { StatementHoldbacksStore } from './statement-holdbacks.store';
import { StatementLinesStore } from './statement-lines.store';
import { StatementsStore } from './statements.store';

/** Writes a plan as the month's next version, inside the caller's transaction: one statement a table. */
@Injectable()
export class WriteSettlement {
  constructor(
    private readonly runs: SettlementRunsStore,
    private readonly splits: SettlementSplitsStore,
    private readonly statements: StatementsStore,
    private readonly lines: StatementLinesStore,
    private readonly holdbacks: StatementHoldbacksStore,
    private readonly writeBases: WriteBases,
  ) {}

  async run(tx: Tx, newRun: NewRun, plan: SettlementPlan): Promise<SettlementRun> {
    if (newRun.kind === 'settlement') {
      await this.runs.supersede(tx, newRun.month);
      await this.statements.supersede(tx, newRun.month);
    }
    const run = await this.runs.add(tx, newRun);
    await this.splits.add(tx, run.id, plan.splits);
    await this.statements.add(tx, run, plan.statements);
    await this.lines.add(tx, run.id, plan.statements);
    await this.holdbacks.add(tx, run.id, run.month, plan.statements);
    await this.writeBases.run(tx, run.id, plan);
    return run;
  }
}
