import type { Fen, Instant } from '@ciyuan/core/kernel';
import type { DisputeLineState } from '@ciyuan/core/settlement';
import type { LockRefusal } from '../life/life-refusal';
import type { StatementState } from '../statement';

/** In the order in which the reasons are looked for. */
export type OpeningRefusal =
  | LockRefusal
  | { readonly code: 'wrong_state'; readonly state: StatementState }
  /** Its dispute days are over: it counts as confirmed. */
  | { readonly code: 'window_over'; readonly endedAt: Instant }
  /** Somebody else speaks in the party's name, and does not say on whose word. */
  | { readonly code: 'note_needed' }
  | { readonly code: 'unknown_line'; readonly line: number }
  /** The share stands as it is claimed. */
  | { readonly code: 'nothing_claimed'; readonly line: number | null }
  /** The line is disputed already, here or in an earlier dispute that was not withdrawn. */
  | { readonly code: 'already_disputed'; readonly line: number | null }
  /** What the reconciliation desk found is evidence of one line alone, unless that was withdrawn. */
  | { readonly code: 'difference_disputed'; readonly id: number };

interface NotFound {
  readonly code: 'not_found';
}

interface WrongLineState {
  readonly code: 'wrong_line_state';
  readonly state: DisputeLineState;
}

export type ProposalRefusal =
  | NotFound
  | WrongLineState
  /** Neither nothing, nor beyond what is claimed. */
  | { readonly code: 'not_grantable'; readonly mostFen: Fen };

/** Whoever proposed it does not decide it. */
export type DecisionRefusal = NotFound | WrongLineState | { readonly code: 'second_person_needed' };

export type LineWithdrawalRefusal = NotFound | WrongLineState;

export type EvidenceRefusal =
  | NotFound
  /** Every line is decided. */
  | { readonly code: 'dispute_decided' }
  | { readonly code: 'too_much_evidence'; readonly most: number };
