import type { HeldBasis } from '../../catalogue';
import type { Fen } from '../../kernel';

/** A party's share of a month, and what of it waits until its revenue is invoiced or collected. */
export interface MonthDue {
  readonly month: string;
  readonly basis: HeldBasis;
  /** The lines of the month's own shares that are above 0. */
  readonly shareFen: Fen;
  /** What restatements, clawbacks and disputes have taken of it since: it comes out of what is held first. */
  readonly takenBackFen: Fen;
  /** Before this statement, and after it. */
  readonly heldBeforeFen: Fen;
  readonly heldFen: Fen;
}

/** What a statement's months come to: held of its own, and released of earlier ones. */
export interface StatementDue {
  readonly months: readonly MonthDue[];
  readonly uncoveredFen: Fen;
  readonly coveredFen: Fen;
}

export const ALL_DUE: StatementDue = { months: [], uncoveredFen: 0n, coveredFen: 0n };
