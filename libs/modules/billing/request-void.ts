import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { Clock } from '@ciyuan/platform/clock';
import { Database, type Tx } from '@ciyuan/platform/database';
import { BillRunsStore } from './bill-runs.store';
import type { VoidRefusal } from './billing-refusals';
import { InvoiceVoidsStore, type LockedInvoice } from './invoice-voids.store';

export interface VoidToRequest {
  readonly number: string;
  readonly reason: string;
  readonly by: string;
}

/** Asks for a final document to be taken back; nothing changes before a second person approves. */
@Injectable()
export class RequestVoid {
  constructor(
    private readonly database: Database,
    private readonly runs: BillRunsStore,
    private readonly voids: InvoiceVoidsStore,
    private readonly clock: Clock,
  ) {}

  run(wanted: VoidToRequest): Promise<Result<LockedInvoice, VoidRefusal>> {
    return this.database.retrying((tx) => this.request(tx, wanted));
  }

  private async request(tx: Tx, wanted: VoidToRequest): Promise<Result<LockedInvoice, VoidRefusal>> {
    await this.runs.lock(tx);
    const invoice = await this.voids.byNumber(tx, wanted.number);
    if (invoice === undefined) return refuse({ code: 'unknown_invoice' });
    if (invoice.isVoid) return refuse({ code: 'voided' });
    if (invoice.voidRequestedBy !== null) return refuse({ code: 'already_requested' });
    if (invoice.isCredited) return refuse({ code: 'credited' });
    const { reason, by } = wanted;
    await this.voids.request(tx, { invoiceId: invoice.id, reason, by, at: this.clock.now() });
    return ok({ ...invoice, voidRequestedBy: by });
  }
}
