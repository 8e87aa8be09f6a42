import type { Instant } from '@ciyuan/core/kernel';
import type { PublicationRefusal } from '../publication';
import type { DraftState } from './document-draft';

interface NotFound {
  readonly code: 'not_found';
}

interface WrongState {
  readonly code: 'wrong_state';
  readonly state: DraftState;
}

/** Only who wrote a draft changes, submits or withdraws it. */
interface NotTheAuthor {
  readonly code: 'not_the_author';
  readonly author: string;
}

/** What the content of a draft is refused for, in the order in which it is looked for. */
export type ContentRefusal =
  | PublicationRefusal
  /** The document has another latest version than the one that the draft was made from. */
  | {
      readonly code: 'stale';
      readonly baseVersion: number | null;
      readonly latestVersion: number | null;
    }
  | { readonly code: 'effective_from_too_early'; readonly earliest: Instant }
  /** The version in force at that instant says the same. */
  | { readonly code: 'changes_nothing'; readonly version: number };

/** Of the author: in the order in which the reasons are looked for. */
export type WithdrawalRefusal = NotFound | NotTheAuthor | WrongState;
export type SavingRefusal = WithdrawalRefusal | ContentRefusal;

/** Of the second person: in the order in which the reasons are looked for. */
export type RejectionRefusal = NotFound | WrongState | { readonly code: 'own_draft' };
export type ApprovalRefusal = RejectionRefusal | ContentRefusal;

export type DraftRefusal = SavingRefusal | ApprovalRefusal;
