import type { Fen, Instant } from '@ciyuan/core/kernel';
import type { ValueFault } from '@ciyuan/platform/validation';

export const COLLECTION_STATES = ['collected', 'partly', 'failed', 'bad_debt'] as const;
export type CollectionState = (typeof COLLECTION_STATES)[number];

/** What a carrier says of an account's part of a document. */
export interface ReportedLine {
  /** From 1, in each file. */
  readonly line: number;
  readonly account: string;
  readonly document: string;
  readonly state: CollectionState;
  /** What was collected, or what was not; above 0. */
  readonly amountFen: Fen;
  /** Local, `YYYY-MM-DD`. */
  readonly day: string;
  /** Why it was not collected. */
  readonly reason: string | null;
}

export interface FeedbackLine extends ReportedLine {
  /** The account's payment that booked what was collected. */
  readonly payment: number | null;
}

export interface FeedbackHeader {
  readonly sender: string;
  /** The carrier's own number of its file: the same again is known. */
  readonly sequence: number;
  readonly currency: string;
}

export interface PhoneBillFeedback extends FeedbackHeader {
  readonly number: number;
  readonly lineCount: number;
  readonly amountFen: Fen;
  readonly contentSha256: string;
  readonly receivedAt: Instant;
  readonly receivedBy: string;
}

export interface FeedbackReceived {
  readonly feedback: PhoneBillFeedback;
  readonly lines: readonly FeedbackLine[];
  /** False where the same file was received before, and nothing was booked. */
  readonly isNew: boolean;
}

export type FeedbackRefusal =
  /** As a whole: nothing of it is booked. */
  | { readonly code: 'invalid_file'; readonly faults: readonly ValueFault[] }
  /** Another file came under the number. */
  | { readonly code: 'sequence_used' };

export const FEEDBACK_FILE = 'feedback';

export const lineFault = (line: number, column: string, code: string, detail: string): ValueFault => ({
  path: `${FEEDBACK_FILE}.${line}.${column}`,
  code,
  detail,
});

export const isCollected = ({ state }: { readonly state: CollectionState }): boolean =>
  state === 'collected' || state === 'partly';
