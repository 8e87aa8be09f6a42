import { Injectable } from '@nestjs/common';
import type { Instant } from '@ciyuan/core/kernel';
import { bookedRevenue } from '@ciyuan/core/settlement';
import { JournalsStore } from '@ciyuan/modules/ledger';
import type { Tx } from '@ciyuan/platform/database';
import type { CheckedIssue } from './check-issue';
import { issueJournal } from './issue-journal';
import type { SettlementRun } from './settlement-run';
import { SettlementPostingsStore } from './settlement-postings.store';
import { SettlementRunsStore } from './settlement-runs.store';
import { SettlementSplitsStore } from './settlement-splits.store';
import { StatementsStore } from './statements.store';

export interface IssueToWrite extends CheckedIssue {
  readonly by: string;
  readonly at: Instant;
}

/** Writes the issue of a checked run from what was calculated and approved, not from a second calculation. */
@Injectable()
export class PostSettlement {
  constructor(
    private readonly runs: SettlementRunsStore,
    private readonly splits: SettlementSplitsStore,
    private readonly statements: StatementsStore,
    private readonly journals: JournalsStore,
    private readonly postings: SettlementPostingsStore,
  ) {}

  async run(
    tx: Tx,
    run: SettlementRun,
    { input, waivedSuspense, waivedCosts, by, at }: IssueToWrite,
  ): Promise<SettlementRun> {
    const journal = issueJournal({
      month: run.month,
      operator: input.operator,
      revenue: bookedRevenue(input.lines, run.month),
      splits: await this.splits.ofRun(tx, run.id),
      shares: await this.statements.ofRun(tx, run.id),
    });
    const batchId = await this.journals.nextBatchId(tx);
    await this.journals.add(tx, batchId, journal, at);
    const posted = await this.runs.post(tx, run.id, at);
    await this.statements.issue(tx, run.id, at);
    await this.postings.add(tx, posted, { batchId, waivedSuspense, waivedCosts, by });
    return posted;
  }
}
