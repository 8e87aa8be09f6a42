import { Injectable } from '@nestjs/common';
import type { Instant } from '@ciyuan/core/kernel';
import { bookedRevenue } from '@ciyuan/core/settlement';
import { JournalsStore } from '@ciyuan/modules/ledger';
import type { Tx } from '@ciyuan/platform/database';
import { NOTHING_MORE } from './close/month-event';
import { TakeMonthStep } from './close/take-month-step';
import { issueJournal } from './issue-journal';
import type { PreparedIssue } from './prepare-issue';
import type { SettlementRun } from './settlement-run';
import { SettlementPostingsStore } from './settlement-postings.store';
import { SettlementRunsStore } from './settlement-runs.store';
import { SettlementSplitsStore } from './settlement-splits.store';
import { StatementsStore } from './statements.store';

export interface IssueToWrite extends PreparedIssue {
  readonly by: string;
  readonly at: Instant;
}

/**
 * Writes the issue of a checked run from what was calculated and approved, not from a second calculation, and closes the
 * month.
 */
@Injectable()
export class PostSettlement {
  constructor(
    private readonly runs: SettlementRunsStore,
    private readonly splits: SettlementSplitsStore,
    private readonly statements: StatementsStore,
    private readonly journals: JournalsStore,
    private readonly postings: SettlementPostingsStore,
    private readonly takeMonthStep: TakeMonthStep,
  ) {}

  async run(tx: Tx, run: SettlementRun, { input, waived, by, at }: IssueToWrite): Promise<SettlementRun> {
    const journal = issueJournal({
      month: run.month,
      operator: input.operator,
      revenue: bookedRevenue(input.lines, run.month),
      splits: await this.splits.ofRun(tx, run.id),
      shares: await this.statements.sharesToPost(tx, run.id),
    });
    const batchId = await this.journals.nextBatchId(tx);
    await this.journals.add(tx, batchId, journal, at);
    const posted = await this.runs.post(tx, run.id, at);
    await this.statements.issue(tx, run.id, at);
    const { suspense_open: waivedSuspense = 0, cost_suspense_open: waivedCosts = 0 } = waived;
    await this.postings.add(tx, posted, { batchId, waivedSuspense, waivedCosts, by });
    const closed = { ...NOTHING_MORE, kind: 'closed', at, by, runId: run.id } as const;
    await this.takeMonthStep.run(tx, run.month, closed);
    return posted;
  }
}
