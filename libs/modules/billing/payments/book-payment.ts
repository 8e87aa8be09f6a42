import { Injectable } from '@nestjs/common';
import { fenToPico } from '@ciyuan/core/kernel';
import { postings } from '@ciyuan/core/ledger';
import { AssignMonths, JournalsStore } from '@ciyuan/modules/ledger';
import type { Tx } from '@ciyuan/platform/database';
import type { CustomerPayment } from './customer-payment';
import { PaymentsStore } from './payments.store';

/** Keeps a payment or its reversal and books it, in the month of the bank's instant or the next that is open. */
@Injectable()
export class BookPayment {
  constructor(
    private readonly payments: PaymentsStore,
    private readonly assignMonths: AssignMonths,
    private readonly journals: JournalsStore,
  ) {}

  async run(tx: Tx, payment: Omit<CustomerPayment, 'batchId'>): Promise<void> {
    const { accountId, amountFen, kind, currency, at, recordedAt } = payment;
    const months = await this.assignMonths.run(tx, { from: at, until: at });
    const accountingMonth = months.accountingMonth(months.usageMonth(at));
    const amount = fenToPico(kind === 'received' ? amountFen : -amountFen);
    const lines = postings('paymentReceived', amount, currency);
    const batchId = await this.journals.nextBatchId(tx);
    const journal = lines.map((line) => ({ ...line, accountId, accountingMonth }));
    await this.journals.add(tx, batchId, journal, recordedAt);
    await this.payments.add(tx, { ...payment, batchId });
  }
}
