import { Injectable } from '@nestjs/common';
import { invoiceJournal } from '@ciyuan/core/billing';
import { monthOf, type Instant } from '@ciyuan/core/kernel';
import { AssignMonths, JournalsStore, OPERATOR_ZONE, type BookedLine } from '@ciyuan/modules/ledger';
import { Clock } from '@ciyuan/platform/clock';
import type { Tx } from '@ciyuan/platform/database';
import { InvoiceIssuesStore, type NewIssue } from './invoice-issues.store';
import { readTaxCodes } from './tax-codes';

export interface ChunkToIssue {
  readonly runId: number;
  readonly chunk: number;
  readonly by: string;
}

/** Makes the documents of a chunk final, numbers them in their order and books their journals. The caller holds the lock. */
@Injectable()
export class IssueInvoices {
  private readonly taxCodes = readTaxCodes();

  constructor(
    private readonly issues: InvoiceIssuesStore,
    private readonly months: AssignMonths,
    private readonly journals: JournalsStore,
    private readonly clock: Clock,
  ) {}

  async run(tx: Tx, { runId, chunk, by }: ChunkToIssue): Promise<number> {
    const pending = await this.issues.pending(tx, runId, chunk);
    if (pending.length === 0) return 0;
    const at = this.clock.now();
    const months = await this.months.run(tx, { from: at, until: at });
    const accountingMonth = months.accountingMonth(months.usageMonth(at));
    const currencies = [...new Set(pending.map(({ currency }) => currency))];
    const serials = await this.issues.lastSerials(tx, yearOf(at), currencies);
    const batchIds = await this.journals.nextBatchIds(tx, pending.length);
    const issues = pending.map((document, index): NewIssue => {
      const serial = (serials.get(document.currency) ?? 0) + 1;
      serials.set(document.currency, serial);
      const own = { year: yearOf(at), serial, batchId: batchIds[index] as number, accountingMonth };
      return { ...document, ...own, taxCodes: this.taxCodes, issuedAt: at, issuedBy: by };
    });
    await this.issues.add(tx, issues);
    await this.book(tx, issues, at);
    return issues.length;
  }

  private async book(tx: Tx, issues: readonly NewIssue[], at: Instant): Promise<void> {
    const ids = issues.map(({ invoiceId }) => invoiceId);
    const lines = await this.issues.linesToPost(tx, ids);
    const batches = issues.map(({ invoiceId, currency, batchId, accountingMonth }) => ({
      batchId,
      lines: invoiceJournal(currency, lines.get(invoiceId) ?? []).map(
        (line): BookedLine => ({ ...line, accountingMonth }),
      ),
    }));
    await this.journals.addAll(tx, batches, at);
  }
}

/** Numbers begin anew with the operator's year. */
export const yearOf = (at: Instant): number => Number(monthOf(OPERATOR_ZONE, at).slice(0, 4));
