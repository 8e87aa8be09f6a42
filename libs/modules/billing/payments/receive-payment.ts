import { Injectable } from '@nestjs/common';
import type { Result } from '@ciyuan/core/kernel';
import { TryChange } from '../try-change';
import type { DirectMethod, PaymentRecorded, PaymentRefusal } from './customer-payment';
import { TakePayment, type PaymentToTake } from './take-payment';

export interface PaymentToReceive extends PaymentToTake {
  readonly method: DirectMethod;
}

/** Books what a customer paid. The same reference of the same method again says what it came to, and books nothing. */
@Injectable()
export class ReceivePayment {
  constructor(
    private readonly tryChange: TryChange,
    private readonly takePayment: TakePayment,
  ) {}

  run(wanted: PaymentToReceive): Promise<Result<PaymentRecorded, PaymentRefusal>> {
    return this.tryChange.run(false, (tx, now) => this.takePayment.run(tx, wanted, now));
  }
}
