import { Injectable } from '@nestjs/common';
import { adjustmentPostings } from '@ciyuan/core/billing';
import type { Instant } from '@ciyuan/core/kernel';
import { AssignMonths, JournalsStore } from '@ciyuan/modules/ledger';
import type { Tx } from '@ciyuan/platform/database';
import type { AdjustmentTerms } from './account-adjustment';

/** Books an adjustment on the customer's account, in the month of the instant or the next that is open. */
@Injectable()
export class PostAdjustment {
  constructor(
    private readonly assignMonths: AssignMonths,
    private readonly journals: JournalsStore,
  ) {}

  /** The number of the journal. */
  async run(tx: Tx, terms: AdjustmentTerms, at: Instant): Promise<number> {
    const months = await this.assignMonths.run(tx, { from: at, until: at });
    const accountingMonth = months.accountingMonth(months.usageMonth(at));
    const { accountId } = terms;
    const lines = adjustmentPostings(terms, terms.currency);
    const batchId = await this.journals.nextBatchId(tx);
    const journal = lines.map((line) => ({ ...line, accountId, accountingMonth }));
    await this.journals.add(tx, batchId, journal, at);
    return batchId;
  }
}
