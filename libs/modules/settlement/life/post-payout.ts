import { Injectable } from '@nestjs/common';
import type { Instant } from '@ciyuan/core/kernel';
import { AssignMonths, JournalsStore } from '@ciyuan/modules/ledger';
import type { Tx } from '@ciyuan/platform/database';
import type { StatementId } from '../statement';
import type { LockedPayout } from './lock-payout';
import { payoutJournal, type PayoutStep } from './payout-journal';
import { PayoutPostingsStore } from './payout-postings.store';

/** Books what a step of a payout does to the operator's books, in the month of the step, or the next that is open. */
@Injectable()
export class PostPayout {
  constructor(
    private readonly assignMonths: AssignMonths,
    private readonly journals: JournalsStore,
    private readonly postings: PayoutPostingsStore,
  ) {}

  async run(
    tx: Tx,
    { party, currency }: Omit<StatementId, 'runId'>,
    { payoutRunId, statements }: LockedPayout,
    { step, at }: { readonly step: PayoutStep; readonly at: Instant },
  ): Promise<void> {
    const months = await this.assignMonths.run(tx, { from: at, until: at });
    const journal = payoutJournal({
      step,
      party,
      currency,
      accountingMonth: months.accountingMonth(months.usageMonth(at)),
      statements: statements.map(({ statement }) => statement),
    });
    if (journal.length === 0) return;
    const batchId = await this.journals.nextBatchId(tx);
    await this.journals.add(tx, batchId, journal, at);
    await this.postings.add(tx, { runId: payoutRunId, party, currency }, step, batchId);
  }
}
