import { Injectable } from '@nestjs/common';
import { invoiceJournal } from '@ciyuan/core/billing';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { Database, type Tx } from '@ciyuan/platform/database';
import { BillRunsStore } from './bill-runs.store';
import type { VoidRefusal } from './billing-refusals';
import { BookDocument } from './book-document';
import { InvoiceIssuesStore } from './invoice-issues.store';
import { InvoiceVoidsStore, type LockedInvoice } from './invoice-voids.store';

export interface VoidToApprove {
  readonly number: string;
  readonly by: string;
}

/**
 * Takes a final document back: its journal is reversed, and the next run bills what was on it again. A draft knew of it
 * as billed, so a draft that there is is set aside.
 */
@Injectable()
export class ApproveVoid {
  constructor(
    private readonly database: Database,
    private readonly runs: BillRunsStore,
    private readonly voids: InvoiceVoidsStore,
    private readonly issues: InvoiceIssuesStore,
    private readonly bookDocument: BookDocument,
  ) {}

  run(wanted: VoidToApprove): Promise<Result<LockedInvoice, VoidRefusal>> {
    return this.database.retrying((tx) => this.approve(tx, wanted));
  }

  private async approve(tx: Tx, { number, by }: VoidToApprove): Promise<Result<LockedInvoice, VoidRefusal>> {
    await this.runs.lock(tx);
    const invoice = await this.voids.byNumber(tx, number);
    if (invoice === undefined) return refuse({ code: 'unknown_invoice' });
    if (invoice.isVoid) return refuse({ code: 'voided' });
    const requestedBy = invoice.voidRequestedBy;
    if (requestedBy === null) return refuse({ code: 'not_requested' });
    if (requestedBy === by) return refuse({ code: 'second_person_needed' });
    const other = await this.runs.inState(tx, 'finalising');
    if (other !== undefined) return refuse({ code: 'run_in_progress', runId: other.id });
    await this.runs.supersede(tx);
    const lines = (await this.issues.linesToPost(tx, [invoice.id])).get(invoice.id) ?? [];
    const reversed = invoiceJournal(invoice.currency, lines).map((line) => ({
      ...line,
      amount: -line.amount,
    }));
    const { at: approvedAt, ...booked } = await this.bookDocument.run(tx, reversed);
    await this.voids.add(tx, { invoiceId: invoice.id, requestedBy, approvedBy: by, approvedAt, ...booked });
    return ok({ ...invoice, isVoid: true });
  }
}
