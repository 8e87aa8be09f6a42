import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@ciyuan/platform/database';
import { CreditNotesStore } from './credit-notes.store';
import type { InvoiceDetails, InvoiceLine, RateTotals } from './invoice';
import { AllocationsStore } from './payments/allocations.store';
import { InvoiceLinesStore } from './invoice-lines.store';
import { ListedInvoicesStore } from './listed-invoices.store';

/** A final document with its lines, what they come to by tax rate, and what became of it since. */
@Injectable()
export class ReadInvoice {
  constructor(
    private readonly database: Database,
    private readonly invoices: ListedInvoicesStore,
    private readonly lines: InvoiceLinesStore,
    private readonly notes: CreditNotesStore,
    private readonly allocations: AllocationsStore,
  ) {}

  run(number: string): Promise<InvoiceDetails | undefined> {
    return this.database.snapshot((tx) => this.read(tx, number));
  }

  private async read(tx: Tx, number: string): Promise<InvoiceDetails | undefined> {
    const invoice = await this.invoices.byNumber(tx, number);
    if (invoice === undefined) return undefined;
    const lines = await this.lines.ofInvoice(tx, invoice);
    const creditNotes = await this.notes.ofInvoice(tx, invoice.id);
    const voidRequest = await this.lines.voidRequest(tx, invoice.id);
    const parts = await this.allocations.ofInvoice(tx, invoice.id);
    const replacedBy = await this.invoices.replacing(tx, invoice);
    return { invoice, replacedBy, rates: ratesOf(lines), lines, creditNotes, voidRequest, parts };
  }
}

function ratesOf(lines: readonly InvoiceLine[]): RateTotals[] {
  const rates = new Map<string, RateTotals>();
  for (const { vatRate, grossFen, netFen, taxFen } of lines) {
    const sum = rates.get(vatRate) ?? { vatRate, grossFen: 0n, netFen: 0n, taxFen: 0n };
    rates.set(vatRate, {
      vatRate,
      grossFen: sum.grossFen + grossFen,
      netFen: sum.netFen + netFen,
      taxFen: sum.taxFen + taxFen,
    });
  }
  return [...rates.values()].sort((a, b) => (a.vatRate < b.vatRate ? -1 : 1));
}
