import { Injectable } from '@nestjs/common';
import { dayOf, ok, refuse, type Fen, type Result } from '@ciyuan/core/kernel';
import { OPERATOR_ZONE } from '@ciyuan/modules/ledger';
import { Clock } from '@ciyuan/platform/clock';
import type { Tx } from '@ciyuan/platform/database';
import type { PaymentRefusal } from './life-refusal';
import { LockPayout } from './lock-payout';
import type { StatementToLock } from './lock-statement';
import { PostPayout } from './post-payout';
import { NOTHING_TOLD, type PayoutDocument, type StepTaken } from './statement-event';
import { TakeStep } from './take-step';
import { TryStep } from './try-step';

export interface PaymentToRecord extends StatementToLock {
  readonly by: string;
  /** The bank's reference and the day on which it paid. */
  readonly payment: PayoutDocument;
  /** All that was approved, to the fen. */
  readonly amountFen: Fen;
  readonly preview: boolean;
}

/** Books that the bank has paid an approved payout: nothing is paid in parts. */
@Injectable()
export class RecordPayment {
  constructor(
    private readonly tryStep: TryStep,
    private readonly lockPayout: LockPayout,
    private readonly takeStep: TakeStep,
    private readonly postPayout: PostPayout,
    private readonly clock: Clock,
  ) {}

  run(wanted: PaymentToRecord): Promise<Result<StepTaken, PaymentRefusal>> {
    return this.tryStep.run(wanted.preview, (tx) => this.record(tx, wanted));
  }

  private async record(
    tx: Tx,
    { by, payment, amountFen, preview: _, ...wanted }: PaymentToRecord,
  ): Promise<Result<StepTaken, PaymentRefusal>> {
    const locked = await this.lockPayout.run(tx, wanted, ['payment_approved']);
    if (!locked.ok) return locked;
    const { statements, payableFen, payoutRunId } = locked.value;
    if (amountFen !== payableFen) return refuse({ code: 'wrong_amount', dueFen: payableFen });
    const at = this.clock.now();
    if (payment.date > dayOf(OPERATOR_ZONE, at)) return refuse({ code: 'in_the_future' });
    const told = { ...NOTHING_TOLD, at, by, payoutRunId, amountFen, document: payment };
    const taken = await this.takeStep.run(tx, statements, { ...told, state: 'paid' });
    await this.postPayout.run(tx, wanted, locked.value, { step: 'paid', at });
    return ok(taken);
  }
}
