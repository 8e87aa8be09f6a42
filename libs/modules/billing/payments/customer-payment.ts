import type { Fen, Instant } from '@ciyuan/core/kernel';

/** What is booked one by one. */
export const DIRECT_METHODS = ['bank_transfer', 'wechat_pay', 'alipay', 'unionpay', 'direct_debit'] as const;
/** What a carrier collected is booked from its files alone. */
export const PAYMENT_METHODS = [...DIRECT_METHODS, 'phone_bill'] as const;
export type DirectMethod = (typeof DIRECT_METHODS)[number];
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

export const PAYMENT_KINDS = ['received', 'reversed'] as const;
export type PaymentKind = (typeof PAYMENT_KINDS)[number];

/** What the bank says of a payment. */
export interface PaymentTold {
  readonly currency: string;
  /** In whole hundredths, above 0. */
  readonly amountFen: Fen;
  /** When the money came, or went back. */
  readonly at: Instant;
  readonly method: PaymentMethod;
  /** The bank's; used once for each method, over all accounts. */
  readonly reference: string;
  /** The number of the invoice that it is said to be for. */
  readonly invoice: string | null;
}

/** A payment of an account or the reversal of one, numbered from 1. */
export interface CustomerPayment extends PaymentTold {
  readonly accountId: number;
  readonly number: number;
  readonly kind: PaymentKind;
  /** The payment that this one takes back, and why. */
  readonly reverses: number | null;
  readonly reason: string | null;
  readonly recordedAt: Instant;
  readonly recordedBy: string;
  readonly batchId: number;
}

export interface ListedPayment extends CustomerPayment {
  readonly account: string;
  readonly isReversed: boolean;
  /** What of it stands and is put to no document that stands. */
  readonly leftFen: Fen;
}

export type PaymentRefusal =
  | { readonly code: 'unknown_account' }
  /** The account is in another one. */
  | { readonly code: 'wrong_currency'; readonly currency: string }
  | { readonly code: 'in_the_future' }
  /** The bank's reference is another payment's: of another account, amount, instant or invoice. */
  | { readonly code: 'reference_used' };

export type ReversalRefusal =
  | { readonly code: 'not_found' }
  | { readonly code: 'already_reversed' }
  | { readonly code: 'in_the_future' }
  | { readonly code: 'before_it_came' };

export interface PaymentRecorded {
  readonly payment: ListedPayment;
  /** False where it was known by its reference, and nothing was booked. */
  readonly isNew: boolean;
}
