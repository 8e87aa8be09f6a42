import { Injectable } from '@nestjs/common';
import { Database } from '@ciyuan/platform/database';
import type { Listed } from '@ciyuan/platform/lists';
import type { ListedPayment } from './customer-payment';
import { PaymentsStore, type PaymentPage } from './payments.store';

/** One page of the payments that are asked for, in the order that is asked for. */
@Injectable()
export class ListPayments {
  constructor(
    private readonly database: Database,
    private readonly payments: PaymentsStore,
  ) {}

  run(page: PaymentPage): Promise<Listed<ListedPayment>> {
    return this.database.transaction((tx) => this.payments.list(tx, page));
  }
}
