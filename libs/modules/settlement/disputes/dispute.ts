import type { Fen, Instant } from '@ciyuan/core/kernel';
import type { Claim, DisputeLineState, DisputeReason, DisputeStep } from '@ciyuan/core/settlement';
import type { StatementId } from '../statement';

/** What a party says against one line of its statement, or against all of it. */
export interface ClaimedLine {
  /** Null for the statement as a whole. */
  readonly statementLine: number | null;
  readonly claimedFen: Fen;
  readonly reason: DisputeReason;
  readonly detail: string;
  readonly reconciliationDifferenceIds: readonly number[];
}

export interface DisputeEvent {
  /** From 1. */
  readonly number: number;
  readonly step: DisputeStep;
  /** What the party is to have more, or less. */
  readonly grantedFen: Fen | null;
  readonly reason: string;
  readonly at: Instant;
  readonly by: string;
  /** Of a decision. */
  readonly proposedBy: string | null;
}

export interface DisputeLine extends ClaimedLine, Claim {
  /** From 1. */
  readonly line: number;
  readonly state: DisputeLineState;
  /** The earliest first. */
  readonly events: readonly DisputeEvent[];
}

export interface DisputeHead extends StatementId {
  readonly id: number;
  readonly month: string;
  readonly openedAt: Instant;
  readonly openedBy: string;
  /** On whose word, where it is not the party itself that speaks. */
  readonly note: string | null;
  /** `YYYY-MM-DD`: the last day on which it should be decided. */
  readonly dueOn: string;
}

export interface Dispute extends DisputeHead {
  readonly lines: readonly DisputeLine[];
}

export interface EvidenceHead {
  readonly disputeId: number;
  /** From 1. */
  readonly number: number;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly addedAt: Instant;
  readonly addedBy: string;
}

export interface Evidence extends EvidenceHead {
  readonly content: Uint8Array;
}

/** Asked for by this party: only its own. */
export interface Asking {
  readonly toldTo?: string;
}

/** How a dispute line is named where something was moved because of it. */
export const disputeReference = (disputeId: number, line: number): string => `dispute-${disputeId}.${line}`;
