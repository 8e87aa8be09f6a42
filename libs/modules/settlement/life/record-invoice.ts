import { Injectable } from '@nestjs/common';
import { dayOf, ok, refuse, type Fen, type Result } from '@ciyuan/core/kernel';
import { OPERATOR_ZONE } from '@ciyuan/modules/ledger';
import { Clock } from '@ciyuan/platform/clock';
import type { Tx } from '@ciyuan/platform/database';
import type { InvoiceRefusal } from './life-refusal';
import { LockPayout } from './lock-payout';
import type { StatementToLock } from './lock-statement';
import { PostPayout } from './post-payout';
import { NOTHING_TOLD, type PayoutDocument, type StepTaken } from './statement-event';
import { StatementEventsStore } from './statement-events.store';
import { TakeStep } from './take-step';
import { TryStep } from './try-step';

export interface InvoiceToRecord extends StatementToLock {
  readonly by: string;
  readonly invoice: PayoutDocument;
  /** What the invoice comes to, VAT included and less withholding: all that is payable, to the fen. */
  readonly amountFen: Fen;
  readonly preview: boolean;
}

/**
 * Takes the party's invoice for the payout that a confirmed statement completes, carried months included, and
 * owes its VAT. What was issued
 * is payable while more is claimed: a disputed statement is invoiced, too, and what is granted comes with a later one.
 */
@Injectable()
export class RecordInvoice {
  constructor(
    private readonly tryStep: TryStep,
    private readonly lockPayout: LockPayout,
    private readonly events: StatementEventsStore,
    private readonly takeStep: TakeStep,
    private readonly postPayout: PostPayout,
    private readonly clock: Clock,
  ) {}

  run(wanted: InvoiceToRecord): Promise<Result<StepTaken, InvoiceRefusal>> {
    return this.tryStep.run(wanted.preview, (tx) => this.record(tx, wanted));
  }

  private async record(
    tx: Tx,
    { by, invoice, amountFen, preview: _, ...wanted }: InvoiceToRecord,
  ): Promise<Result<StepTaken, InvoiceRefusal>> {
    const locked = await this.lockPayout.run(tx, wanted, ['confirmed', 'deemed_confirmed', 'disputed']);
    if (!locked.ok) return locked;
    const { statements, payableFen, payoutRunId } = locked.value;
    if (amountFen !== payableFen) return refuse({ code: 'wrong_amount', dueFen: payableFen });
    const at = this.clock.now();
    if (invoice.date > dayOf(OPERATOR_ZONE, at)) return refuse({ code: 'in_the_future' });
    if (await this.events.isInvoiceKnown(tx, wanted, invoice.number))
      return refuse({ code: 'invoice_known' });
    const told = { ...NOTHING_TOLD, at, by, payoutRunId, amountFen, document: invoice };
    const taken = await this.takeStep.run(tx, statements, { ...told, state: 'invoice_received' });
    await this.postPayout.run(tx, wanted, locked.value, { step: 'invoice_received', at });
    return ok(taken);
  }
}
