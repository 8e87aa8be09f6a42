import type { MoneyRefusal } from './check-money';
import type { AdjustmentState } from './account-adjustment';

interface UnknownAccount {
  readonly code: 'unknown_account';
}

interface NotFound {
  readonly code: 'not_found';
}

interface WrongState {
  readonly code: 'wrong_state';
  readonly state: AdjustmentState;
}

/** In the order in which the reasons are looked for. */
export type RequestRefusal = UnknownAccount | MoneyRefusal;

/** In the order in which the reasons are looked for; money may have gone since a refund was asked for. */
export type SignatureRefusal =
  | NotFound
  | WrongState
  /** Of another row of the limits than the amount's. */
  | { readonly code: 'approver_not_allowed' }
  /** Whoever asked, or has signed already. */
  | { readonly code: 'another_person_needed' }
  | MoneyRefusal;

/** Whoever asked withdraws; it is for others to reject. */
export type RejectionRefusal = NotFound | WrongState | { readonly code: 'another_person_needed' };
export type WithdrawalRefusal = NotFound | WrongState | { readonly code: 'not_the_requester' };
