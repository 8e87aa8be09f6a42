import { Injectable } from '@nestjs/common';
import { creditJournal, invoiceJournal, type AccountPosting, type BillDocument } from '@ciyuan/core/billing';
import { RecomputeInvoices } from '@ciyuan/modules/billing';
import type { Tx } from '@ciyuan/platform/database';
import { brokenBy, compareFigures, countOf, type FigureDifference, type FigureRows } from './figures';
import { documentName, figuresOfDocuments, figuresOfJournal, linesToPost } from './invoice-figures';
import { StoredInvoicesStore } from './stored-invoices.store';

export interface InvoicesVerdict {
  readonly figures: number;
  readonly differences: readonly FigureDifference[];
}

/** Calculates again every document whose journal is booked in a month, from the records, and compares all that it says. */
@Injectable()
export class VerifyInvoices {
  constructor(
    private readonly recomputeInvoices: RecomputeInvoices,
    private readonly stored: StoredInvoicesStore,
  ) {}

  async run(tx: Tx, month: string): Promise<InvoicesVerdict> {
    const booked = await this.stored.bookedIn(tx, month);
    const journals: FigureRows = new Map();
    const differences: FigureDifference[] = [];
    let figures = 0;
    for (const runId of new Set(booked.map((one) => one.runId))) {
      const documents = await this.documents(tx, runId, differences);
      const computed = figuresOfDocuments(runId, documents);
      differences.push(...compareFigures(await this.stored.ofRun(tx, runId), computed));
      figures += countOf(computed);
      const byName = new Map(documents.map((document) => [documentName(runId, document), document]));
      for (const { name, batchId, sign, ...one } of booked) {
        const document = one.runId === runId ? byName.get(name) : undefined;
        if (document !== undefined)
          merge(journals, figuresOfJournal(batchId, month, journalOf(document, sign)));
      }
    }
    for (const { batchId, currency, lines } of await this.stored.creditsIn(tx, month))
      merge(journals, figuresOfJournal(batchId, month, creditJournal(currency, lines)));
    differences.push(...compareFigures(await this.stored.journalsOf(tx, month), journals));
    return { figures: figures + countOf(journals), differences };
  }

  private async documents(tx: Tx, runId: number, differences: FigureDifference[]): Promise<BillDocument[]> {
    const documents: BillDocument[] = [];
    try {
      for await (const chunk of this.recomputeInvoices.run(tx, runId)) documents.push(...chunk);
    } catch (error) {
      differences.push(brokenBy(`bill_run ${runId}`, error));
    }
    return documents;
  }
}

const journalOf = (document: BillDocument, sign: 1 | -1): AccountPosting[] =>
  invoiceJournal(document.currency, linesToPost(document)).map((line) => ({
    ...line,
    amount: BigInt(sign) * line.amount,
  }));

function merge(into: FigureRows, rows: FigureRows): void {
  for (const [key, row] of rows) into.set(key, row);
}
