import type { Fen, Instant } from '@ciyuan/core/kernel';
import type { BillRunState } from './bill-run';

export type RequestRunRefusal =
  | { readonly code: 'cut_off_in_the_future' }
  | { readonly code: 'unknown_account'; readonly account: string }
  | { readonly code: 'unknown_customer'; readonly customer: string }
  /** Another run is being made final. */
  | { readonly code: 'run_in_progress'; readonly runId: number };

export type CalculateRunRefusal =
  | { readonly code: 'unknown_run' }
  | { readonly code: 'wrong_state'; readonly state: BillRunState };

export type FinaliseRefusal =
  | CalculateRunRefusal
  | { readonly code: 'second_person_needed' }
  | { readonly code: 'in_grace'; readonly until: Instant }
  /** Something was sold, used or corrected since the draft was calculated. */
  | { readonly code: 'stale' };

export type VoidRefusal =
  | { readonly code: 'unknown_invoice' }
  | { readonly code: 'voided' }
  /** Credit notes were asked for on it. */
  | { readonly code: 'credited' }
  | { readonly code: 'already_requested' }
  | { readonly code: 'not_requested' }
  | { readonly code: 'second_person_needed' }
  | { readonly code: 'run_in_progress'; readonly runId: number };

export type CreditRefusal =
  | { readonly code: 'unknown_invoice' }
  | { readonly code: 'unknown_credit_note' }
  | { readonly code: 'voided' }
  /** Asked for, or voided already. */
  | { readonly code: 'void_requested' }
  | { readonly code: 'unknown_line'; readonly line: number }
  | { readonly code: 'line_named_twice'; readonly line: number }
  | { readonly code: 'above_the_line'; readonly line: number; readonly leftFen: Fen }
  | { readonly code: 'already_issued' }
  | { readonly code: 'second_person_needed' };

export type ProfileRefusal =
  | { readonly code: 'unknown_customer' }
  /** A special fapiao names all of its buyer. */
  | { readonly code: 'buyer_incomplete' };
