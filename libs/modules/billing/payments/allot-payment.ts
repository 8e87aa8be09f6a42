import { Injectable } from '@nestjs/common';
import { allocate, type Allocation } from '@ciyuan/core/billing';
import type { Instant } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';
import { AllocationsStore } from './allocations.store';
import type { CustomerPayment } from './customer-payment';

type PaymentToAllot = Pick<CustomerPayment, 'accountId' | 'number' | 'currency' | 'amountFen' | 'invoice'>;

/** Puts what is left of a payment to the invoice that it names, or to the oldest. The caller holds the account's lock. */
@Injectable()
export class AllotPayment {
  constructor(private readonly allocations: AllocationsStore) {}

  async run(
    tx: Tx,
    { accountId, number, currency, amountFen, invoice }: PaymentToAllot,
    { at, by }: { readonly at: Instant; readonly by: string },
  ): Promise<readonly Allocation[]> {
    const documents = await this.allocations.ofAccount(tx, accountId);
    const open = documents.filter((one) => one.currency === currency && one.kind === 'invoice');
    const leftFen = amountFen - (await this.allocations.allottedFen(tx, { accountId, number }));
    const allocations = allocate(leftFen, open, invoice);
    await this.allocations.add(tx, { accountId, number, allocations, at, by });
    return allocations;
  }
}
