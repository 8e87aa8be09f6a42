import type { Fen, Instant } from '@ciyuan/core/kernel';
import type { Statement, StatementId, StatementState } from '../statement';

/** The states after `issued`, each reached by one event. */
export type LifeState = Extract<
  StatementState,
  'disputed' | 'confirmed' | 'deemed_confirmed' | 'invoice_received' | 'payment_approved' | 'paid'
>;

/** The party's invoice, or the bank's reference. */
export interface PayoutDocument {
  readonly number: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

/** What is told of a step; what a step does not have is null. */
export interface StepTold {
  readonly state: LifeState;
  readonly at: Instant;
  readonly by: string;
  readonly note: string | null;
  /** The run of the statement that completed the payout. */
  readonly payoutRunId: number | null;
  /** Of the whole payout. */
  readonly amountFen: Fen | null;
  readonly document: PayoutDocument | null;
  readonly invoiceBy: string | null;
  readonly payee: string | null;
}

export const NOTHING_TOLD = {
  note: null,
  payoutRunId: null,
  amountFen: null,
  document: null,
  invoiceBy: null,
  payee: null,
} satisfies Partial<StepTold>;

/** One step of a statement's life as it is kept, numbered from 1. */
export interface StatementEvent extends StatementId, StepTold {
  readonly number: number;
  /** Since when the terms held that were in force at its issue; null for the usual ones. */
  readonly termsFrom: Instant | null;
}

/** What a step came to: the statements that it moved, the oldest first, as they stand after it. */
export interface StepTaken {
  readonly statements: readonly Statement[];
  readonly told: StepTold;
  /** False of a preview. */
  readonly applied: boolean;
}
