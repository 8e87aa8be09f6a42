import type { Fen } from '@ciyuan/core/kernel';
import type { StatementState } from '../statement';

/** There is none, or none that the asking party may see. */
interface NotFound {
  readonly code: 'not_found';
}

/** The operator's statement is its own account of a month: nobody confirms it, and nobody is paid. */
interface OperatorsOwn {
  readonly code: 'operators_own';
}

interface WrongState {
  readonly code: 'wrong_state';
  readonly state: StatementState;
}

export type LockRefusal = NotFound | OperatorsOwn;

/** In the order in which the reasons are looked for. */
export type ConfirmationRefusal =
  | LockRefusal
  | WrongState
  /** Somebody else confirms in the party's name, and does not say on whose word. */
  | { readonly code: 'note_needed' };

/** Why a payout is not moved by this statement. */
export type PayoutRefusal =
  | LockRefusal
  | WrongState
  /** All that is open comes to less than the minimum, or to nothing: it waits for the next statement. */
  | { readonly code: 'carried'; readonly carriedFen: Fen; readonly minimumFen: Fen }
  /** A later month completed the payout, and its statement moves all of it. */
  | { readonly code: 'paid_with'; readonly month: string; readonly runId: number }
  /** A month of the payout is not where this one is. */
  | { readonly code: 'month_not_ready'; readonly month: string; readonly state: StatementState };

interface WrongAmount {
  readonly code: 'wrong_amount';
  readonly dueFen: Fen;
}

/** In the order in which the reasons are looked for. */
export type InvoiceRefusal =
  | PayoutRefusal
  | WrongAmount
  | { readonly code: 'in_the_future' }
  | { readonly code: 'invoice_known' };

/** Whoever recorded the invoice does not approve its payment. */
export type PaymentApprovalRefusal = PayoutRefusal | { readonly code: 'second_person_needed' };

export type PaymentRefusal = PayoutRefusal | WrongAmount | { readonly code: 'in_the_future' };
