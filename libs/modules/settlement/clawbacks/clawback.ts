import type { Fen, Instant } from '@ciyuan/core/kernel';
import type { ClawbackPart } from '@ciyuan/core/settlement';

/** Which shares of an issued month are meant; nothing said means all. */
export interface ClawbackScope {
  /** `YYYY-MM`. */
  readonly originMonth: string;
  readonly currency: string;
  /** Of this party alone. */
  readonly party: string | null;
  readonly plan: string | null;
  readonly model: string | null;
}

/** What somebody asks for; parts are numbered from 1 in their order. */
export interface ClawbackRequest extends ClawbackScope {
  /** What was shared of the lines by all parties together, and what of it did not last. */
  readonly sharedFen: Fen;
  readonly revenueFen: Fen;
  readonly reason: string;
  readonly requestedBy: string;
  readonly requestedAt: Instant;
  readonly parts: readonly ClawbackPart[];
}

export interface ClawbackDecision {
  readonly state: 'approved' | 'rejected';
  /** The first month that issues what was approved. */
  readonly month: string | null;
  readonly decidedBy: string;
  readonly decidedAt: Instant;
  readonly note: string | null;
}

export interface Clawback extends ClawbackRequest {
  readonly id: number;
  /** Null while it waits for a second person. */
  readonly decision: ClawbackDecision | null;
}

export const clawbackReference = (id: number, part: number): string => `clawback-${id}.${part}`;

/** In the order in which the reasons are looked for. */
export type ClawbackRefusal =
  /** No issued statement has such lines, or they come to nothing. */
  | { readonly code: 'nothing_shared' }
  /** With what was taken back before, more than there was. */
  | { readonly code: 'more_than_shared'; readonly party: string | null; readonly sharedFen: Fen };

/** In the order in which the reasons are looked for. */
export type ClawbackDecisionRefusal =
  | { readonly code: 'not_found' }
  | { readonly code: 'decided'; readonly state: ClawbackDecision['state'] }
  | { readonly code: 'second_person_needed' }
  | ClawbackRefusal;
