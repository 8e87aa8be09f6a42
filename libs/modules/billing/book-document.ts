import { Injectable } from '@nestjs/common';
import type { AccountPosting } from '@ciyuan/core/billing';
import type { Instant } from '@ciyuan/core/kernel';
import { AssignMonths, JournalsStore } from '@ciyuan/modules/ledger';
import { Clock } from '@ciyuan/platform/clock';
import type { Tx } from '@ciyuan/platform/database';

export interface BookedDocument {
  readonly at: Instant;
  readonly batchId: number;
  readonly accountingMonth: string;
}

/** Books the journal of one document now, in a batch of its own. */
@Injectable()
export class BookDocument {
  constructor(
    private readonly months: AssignMonths,
    private readonly journals: JournalsStore,
    private readonly clock: Clock,
  ) {}

  async run(tx: Tx, journal: readonly AccountPosting[]): Promise<BookedDocument> {
    const at = this.clock.now();
    const months = await this.months.run(tx, { from: at, until: at });
    const accountingMonth = months.accountingMonth(months.usageMonth(at));
    const batchId = await this.journals.nextBatchId(tx);
    const lines = journal.map((line) => ({ ...line, accountingMonth }));
    await this.journals.add(tx, batchId, lines, at);
    return { at, batchId, accountingMonth };
  }
}
