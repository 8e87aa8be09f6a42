import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { Clock } from '@ciyuan/platform/clock';
import type { Tx } from '@ciyuan/platform/database';
import { ReadStatementTerms } from '../contracts/read-statement-terms';
import type { PaymentApprovalRefusal } from './life-refusal';
import { LockPayout } from './lock-payout';
import type { StatementToLock } from './lock-statement';
import { NOTHING_TOLD, type StepTaken } from './statement-event';
import { StatementEventsStore } from './statement-events.store';
import { TakeStep } from './take-step';
import { TryStep } from './try-step';

export interface PaymentToApprove extends StatementToLock {
  readonly by: string;
  readonly preview: boolean;
}

/** A second person lets an invoice be paid, to whom the terms name by then: whoever recorded it cannot. */
@Injectable()
export class ApprovePayment {
  constructor(
    private readonly tryStep: TryStep,
    private readonly lockPayout: LockPayout,
    private readonly events: StatementEventsStore,
    private readonly readTerms: ReadStatementTerms,
    private readonly takeStep: TakeStep,
    private readonly clock: Clock,
  ) {}

  run(wanted: PaymentToApprove): Promise<Result<StepTaken, PaymentApprovalRefusal>> {
    return this.tryStep.run(wanted.preview, (tx) => this.approve(tx, wanted));
  }

  private async approve(
    tx: Tx,
    { by, preview: _, ...wanted }: PaymentToApprove,
  ): Promise<Result<StepTaken, PaymentApprovalRefusal>> {
    const locked = await this.lockPayout.run(tx, wanted, ['invoice_received']);
    if (!locked.ok) return locked;
    const { statements, payableFen: amountFen, payoutRunId } = locked.value;
    const invoiceBy = (await this.events.ofStatement(tx, wanted)).at(-1)?.by ?? null;
    if (invoiceBy === by) return refuse({ code: 'second_person_needed' });
    const at = this.clock.now();
    const { legalEntity, bankAccount } = (await this.readTerms.run(tx, wanted.party))(at);
    const payee = legalEntity === null ? null : `${legalEntity}, ${bankAccount}`;
    const told = { ...NOTHING_TOLD, at, by, payoutRunId, amountFen, invoiceBy, payee };
    return ok(await this.takeStep.run(tx, statements, { ...told, state: 'payment_approved' }));
  }
}
