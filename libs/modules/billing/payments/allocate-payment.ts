import { Injectable } from '@nestjs/common';
import type { Allocation } from '@ciyuan/core/billing';
import { ok, refuse, type Fen, type Instant, type Result } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';
import { LockAccount } from '../lock-account';
import { TryChange } from '../try-change';
import { AllocationsStore } from './allocations.store';
import { AllotPayment } from './allot-payment';
import { PaymentsStore } from './payments.store';

export interface PaymentToAllocate {
  readonly account: string;
  readonly number: number;
  /** To this one alone; to the oldest first where nothing is said. */
  readonly invoice: string | null;
  readonly by: string;
}

export interface PaymentAllocated {
  readonly allocations: readonly Allocation[];
  /** What is still put to nothing. */
  readonly leftFen: Fen;
}

export type AllocationRefusal =
  | { readonly code: 'not_found' }
  | { readonly code: 'already_reversed' }
  /** All of the payment is put to invoices, or nothing is open. */
  | { readonly code: 'nothing_to_allocate' };

/** Puts to invoices what is left of a payment that came before them. */
@Injectable()
export class AllocatePayment {
  constructor(
    private readonly tryChange: TryChange,
    private readonly lockAccount: LockAccount,
    private readonly payments: PaymentsStore,
    private readonly allocations: AllocationsStore,
    private readonly allotPayment: AllotPayment,
  ) {}

  run(wanted: PaymentToAllocate): Promise<Result<PaymentAllocated, AllocationRefusal>> {
    return this.tryChange.run(false, (tx, at) => this.allocate(tx, wanted, at));
  }

  private async allocate(
    tx: Tx,
    { account: code, number, invoice, by }: PaymentToAllocate,
    at: Instant,
  ): Promise<Result<PaymentAllocated, AllocationRefusal>> {
    const account = await this.lockAccount.run(tx, code);
    if (account === undefined) return refuse({ code: 'not_found' });
    const place = { accountId: account.id, number };
    const payment = await this.payments.byPlace(tx, place);
    if (payment === undefined || payment.kind !== 'received') return refuse({ code: 'not_found' });
    if (payment.isReversed) return refuse({ code: 'already_reversed' });
    const allocations = await this.allotPayment.run(tx, { ...payment, invoice }, { at, by });
    if (allocations.length === 0) return refuse({ code: 'nothing_to_allocate' });
    const leftFen = payment.amountFen - (await this.allocations.allottedFen(tx, place));
    return ok({ allocations, leftFen });
  }
}
