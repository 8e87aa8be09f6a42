import type { Fen, Instant } from '@ciyuan/core/kernel';
import type { StatementLine } from '@ciyuan/core/settlement';
import type { RunKind } from './settlement-run';

export const STATEMENT_STATES = [
  'calculated',
  'in_review',
  'approved',
  'issued',
  'confirmed',
  'deemed_confirmed',
  'disputed',
  'invoice_received',
  'payment_approved',
  'paid',
  'superseded',
] as const;
export type StatementState = (typeof STATEMENT_STATES)[number];

const NOT_ISSUED: readonly StatementState[] = ['calculated', 'in_review', 'approved', 'superseded'];

/** Whether its party has been told: before that, the figures are the operator's draft. */
export const isIssued = (state: StatementState): boolean => !NOT_ISSUED.includes(state);

/** One party's month in one currency, as it is kept. */
export interface Statement {
  readonly runId: number;
  /** That of its run. */
  readonly kind: RunKind;
  readonly party: string;
  readonly partyName: string;
  readonly currency: string;
  readonly month: string;
  readonly version: number;
  readonly state: StatementState;
  readonly shareFen: Fen;
  readonly vatFen: Fen;
  readonly withholdingFen: Fen;
  /** Kept for a later month, and paid of earlier ones. */
  readonly heldFen: Fen;
  readonly releasedFen: Fen;
  readonly payableFen: Fen;
  readonly issuedAt: Instant | null;
}

export interface StatementId {
  readonly runId: number;
  readonly party: string;
  readonly currency: string;
}

/** A line as it is kept: numbered from 1, with the code of its plan. */
export interface StoredLine extends StatementLine, Pick<StatementId, 'party' | 'currency'> {
  readonly line: number;
  readonly plan: string | null;
}
