import { Injectable } from '@nestjs/common';
import { ok, refuse, type Instant, type Result } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';
import { LockAccount } from '../lock-account';
import { AllotPayment } from './allot-payment';
import { BookPayment } from './book-payment';
import type { ListedPayment, PaymentRecorded, PaymentRefusal, PaymentTold } from './customer-payment';
import { PaymentsStore } from './payments.store';

export interface PaymentToTake extends PaymentTold {
  readonly account: string;
  readonly by: string;
}

/** Books a payment in its caller's transaction and puts it to invoices; one that is known by its reference is answered as it was booked. */
@Injectable()
export class TakePayment {
  constructor(
    private readonly lockAccount: LockAccount,
    private readonly payments: PaymentsStore,
    private readonly bookPayment: BookPayment,
    private readonly allotPayment: AllotPayment,
  ) {}

  async run(
    tx: Tx,
    { account: code, by, ...told }: PaymentToTake,
    now: Instant,
  ): Promise<Result<PaymentRecorded, PaymentRefusal>> {
    const account = await this.lockAccount.run(tx, code);
    if (account === undefined) return refuse({ code: 'unknown_account' });
    const { id: accountId, currency } = account;
    if (told.currency !== currency) return refuse({ code: 'wrong_currency', currency });
    if (told.at > now) return refuse({ code: 'in_the_future' });
    const place = { accountId, number: await this.payments.nextNumber(tx, accountId) };
    const holder = await this.payments.claim(tx, { ...told, ...place });
    const isNew = holder.accountId === accountId && holder.number === place.number;
    if (isNew) {
      const booked = {
        kind: 'received',
        reverses: null,
        reason: null,
        recordedAt: now,
        recordedBy: by,
      } as const;
      await this.bookPayment.run(tx, { ...told, ...place, ...booked });
      await this.allotPayment.run(tx, { ...told, ...place }, { at: now, by });
    }
    const payment = await this.payments.byPlace(tx, holder);
    if (payment === undefined || !isSame(payment, { ...told, account: code }))
      return refuse({ code: 'reference_used' });
    return ok({ payment, isNew });
  }
}

const isSame = (known: ListedPayment, told: PaymentTold & { readonly account: string }): boolean =>
  known.account === told.account &&
  known.currency === told.currency &&
  known.amountFen === told.amountFen &&
  known.at === told.at &&
  known.invoice === told.invoice;
