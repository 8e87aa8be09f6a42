import type { Fen, Instant } from '@ciyuan/core/kernel';

export const RUN_STATES = ['open', 'calculated', 'in_review', 'approved', 'posted', 'superseded'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** A `proforma` is an indication: never signed, issued or set aside, with versions of its own. */
export const RUN_KINDS = ['settlement', 'proforma'] as const;
export type RunKind = (typeof RUN_KINDS)[number];

/** One calculation of a month. */
export interface SettlementRun {
  readonly id: number;
  readonly kind: RunKind;
  readonly month: string;
  readonly version: number;
  readonly state: RunState;
  readonly inputDigest: string;
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly approvedAt: Instant | null;
  readonly approvedBy: string | null;
  readonly postedAt: Instant | null;
}

/** What a run comes to in one currency; fen. */
export interface RunTotals {
  readonly currency: string;
  readonly statements: number;
  readonly paidFen: Fen;
  readonly netFen: Fen;
  readonly taxFen: Fen;
  readonly payableFen: Fen;
}
