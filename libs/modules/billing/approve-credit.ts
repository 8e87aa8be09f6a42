import { Injectable } from '@nestjs/common';
import { creditJournal } from '@ciyuan/core/billing';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { Database, type Tx } from '@ciyuan/platform/database';
import { BillRunsStore } from './bill-runs.store';
import type { CreditRefusal } from './billing-refusals';
import { BookDocument } from './book-document';
import { CreditNotesStore } from './credit-notes.store';
import type { CreditNote } from './invoice';
import { InvoiceVoidsStore } from './invoice-voids.store';
import { yearOf } from './issue-invoices';

export interface CreditToApprove {
  /** Of the document that is credited. */
  readonly number: string;
  readonly creditNoteId: number;
  readonly by: string;
}

/** Gives a credit note its number and books it, by another person than the one who asked for it. */
@Injectable()
export class ApproveCredit {
  constructor(
    private readonly database: Database,
    private readonly runs: BillRunsStore,
    private readonly voids: InvoiceVoidsStore,
    private readonly notes: CreditNotesStore,
    private readonly bookDocument: BookDocument,
  ) {}

  run(wanted: CreditToApprove): Promise<Result<CreditNote, CreditRefusal>> {
    return this.database.retrying((tx) => this.approve(tx, wanted));
  }

  private async approve(
    tx: Tx,
    { number, creditNoteId, by }: CreditToApprove,
  ): Promise<Result<CreditNote, CreditRefusal>> {
    await this.runs.lock(tx);
    const invoice = await this.voids.byNumber(tx, number);
    if (invoice === undefined) return refuse({ code: 'unknown_invoice' });
    const note = (await this.notes.ofInvoice(tx, invoice.id)).find(({ id }) => id === creditNoteId);
    if (note === undefined) return refuse({ code: 'unknown_credit_note' });
    if (note.number !== null) return refuse({ code: 'already_issued' });
    if (note.requestedBy === by) return refuse({ code: 'second_person_needed' });
    const { at, ...booked } = await this.bookDocument.run(tx, creditJournal(note.currency, note.lines));
    const year = yearOf(at);
    const serial = (await this.notes.lastSerial(tx, year, note.currency)) + 1;
    await this.notes.issue(tx, { note, year, serial, by, at, ...booked });
    const notes = await this.notes.ofInvoice(tx, invoice.id);
    return ok(notes.find(({ id }) => id === creditNoteId) ?? note);
  }
}
