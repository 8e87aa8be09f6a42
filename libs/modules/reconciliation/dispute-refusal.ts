import type { ResolutionState } from '@ciyuan/core/reconciliation';
import type { OpeningRefusal } from '@ciyuan/modules/settlement';

export type ChoiceRefusal =
  | { readonly code: 'unknown_difference' }
  /** Nobody has said yet that it is to be disputed, or it was accepted. */
  | { readonly code: 'not_to_dispute'; readonly id: number; readonly state: ResolutionState }
  | { readonly code: 'difference_disputed'; readonly id: number }
  /** Whatever the filter names is not to be disputed, or is disputed already. */
  | { readonly code: 'nothing_to_dispute' };

export type ClaimRefusal =
  /** The party has no statement of the month, or has not been told of it yet. */
  | { readonly code: 'not_issued' }
  /** A share is given for a line that none of the differences belongs to. */
  | { readonly code: 'no_differences_of_line'; readonly line: number | null };

/** In the order in which the reasons are looked for. */
export type DisputeRefusal =
  | { readonly code: 'unknown_run' }
  | ChoiceRefusal
  /** Their list is longer than a file of evidence may be: dispute them in parts. */
  | { readonly code: 'too_many_differences'; readonly mostBytes: number }
  | ClaimRefusal
  | OpeningRefusal;
