import type { HeldBasis } from '../../catalogue';
import type { Fen, Instant, PicoYuan } from '../../kernel';
import type { LineKey } from '../rollup-line';

/** What was recognised of an account in one accounting month, as the ledger booked it; below 0 where more was taken back. */
export interface MonthRevenue {
  readonly month: string;
  readonly revenue: PicoYuan;
}

/** One account in one currency: what was recognised, and the money that covers it, in the measure of the ledger. */
export interface CoveredAccount {
  readonly accountId: number;
  readonly currency: string;
  /** Each month once, in any order. */
  readonly months: readonly MonthRevenue[];
  readonly invoiced: PicoYuan;
  readonly collected: PicoYuan;
}

/** What tells the revenue of records apart: less than a line's key, because a record knows no rule. */
export interface RevenueKey
  extends Pick<LineKey, 'planVersionId' | 'model' | 'vendor' | 'computeOwner' | 'chipKind'> {
  readonly kind: 'package' | 'usage';
}

/** What an account's records of one usage month came to under one key. */
export interface AccountRevenue extends RevenueKey {
  readonly month: string;
  readonly currency: string;
  readonly accountId: number;
  readonly gross: PicoYuan;
}

/** A line of a month's own shares, above 0. */
export interface HeldLine {
  readonly key: LineKey;
  readonly shareFen: Fen;
}

/** A party's month of which something is still held, as it was issued. */
export interface OutstandingMonth {
  readonly party: string;
  readonly currency: string;
  readonly month: string;
  readonly basis: HeldBasis;
  readonly heldFen: Fen;
  readonly lines: readonly HeldLine[];
  /** Adjustments, clawbacks and disputes of the month that were issued since, together. */
  readonly movedFen: Fen;
}

/** What was invoiced and collected for the revenue of the months in question. */
export interface Coverage {
  /** What was written before this instant counts. */
  readonly before: Instant;
  readonly outstanding: readonly OutstandingMonth[];
  readonly revenue: readonly AccountRevenue[];
  readonly accounts: readonly CoveredAccount[];
}
