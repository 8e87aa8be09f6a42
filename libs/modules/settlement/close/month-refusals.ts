import type { CheckedItem } from '@ciyuan/core/settlement';
import type { MonthState } from '@ciyuan/modules/ledger';

interface WrongMonthState {
  readonly code: 'wrong_month_state';
  readonly month: string;
  readonly state: MonthState;
}

/** What of the checklist holds up the month, in its order. */
export interface NotReady {
  readonly code: 'not_ready';
  readonly open: readonly CheckedItem[];
}

/** In the order in which the reasons are looked for. */
export type FreezeRefusal =
  | WrongMonthState
  /** Most of its usage would be booked in the next month. */
  | { readonly code: 'month_not_over'; readonly month: string }
  | NotReady;

/** In the order in which the reasons are looked for. */
export type WaiverRefusal = WrongMonthState | { readonly code: 'nothing_to_waive' };

/** In the order in which the reasons are looked for. */
export type WithdrawalRefusal = WrongMonthState | { readonly code: 'unknown_waiver' };

export type ReopeningRefusal = WrongMonthState;

/** In the order in which the reasons are looked for. */
export type ReopeningApprovalRefusal =
  | WrongMonthState
  | { readonly code: 'not_requested' }
  | { readonly code: 'second_person_needed' };
