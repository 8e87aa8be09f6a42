import { Injectable } from '@nestjs/common';
import { ok, refuse, type Instant, type Result } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';
import { LockAccount } from '../lock-account';
import { TryChange } from '../try-change';
import { BookPayment } from './book-payment';
import type { ListedPayment, ReversalRefusal } from './customer-payment';
import { PaymentsStore } from './payments.store';

export interface PaymentToReverse {
  readonly account: string;
  readonly number: number;
  /** When the money went back; now where nothing is said. */
  readonly at?: Instant;
  readonly reason: string;
  readonly by: string;
}

/** Takes back a payment that bounced, whole, by a second row: the customer owes it again. */
@Injectable()
export class ReversePayment {
  constructor(
    private readonly tryChange: TryChange,
    private readonly lockAccount: LockAccount,
    private readonly payments: PaymentsStore,
    private readonly bookPayment: BookPayment,
  ) {}

  run(wanted: PaymentToReverse): Promise<Result<ListedPayment, ReversalRefusal>> {
    return this.tryChange.run(false, (tx, now) => this.reverse(tx, wanted, now));
  }

  private async reverse(
    tx: Tx,
    { account: code, number: reverses, at: asked, reason, by }: PaymentToReverse,
    now: Instant,
  ): Promise<Result<ListedPayment, ReversalRefusal>> {
    const account = await this.lockAccount.run(tx, code);
    if (account === undefined) return refuse({ code: 'not_found' });
    const accountId = account.id;
    const known = await this.payments.byPlace(tx, { accountId, number: reverses });
    if (known === undefined || known.kind !== 'received') return refuse({ code: 'not_found' });
    if (known.isReversed) return refuse({ code: 'already_reversed' });
    const at = asked ?? now;
    if (at > now) return refuse({ code: 'in_the_future' });
    if (at < known.at) return refuse({ code: 'before_it_came' });
    const number = await this.payments.nextNumber(tx, accountId);
    const { currency, amountFen, method, reference, invoice } = known;
    const taken = { currency, amountFen, method, reference, invoice, reverses, reason } as const;
    const told = { accountId, number, kind: 'reversed', at, recordedAt: now, recordedBy: by } as const;
    await this.bookPayment.run(tx, { ...taken, ...told });
    const reversal = await this.payments.byPlace(tx, { accountId, number });
    if (reversal === undefined) throw new Error(`payment ${number} of ${code} was not kept`);
    return ok(reversal);
  }
}
