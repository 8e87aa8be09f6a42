import type { Fen, PicoYuan } from '../kernel';
import type { StatementHoldback } from './contract-terms/holdback';
import type { AccountCover } from './coverage/account-cover';
import type { MonthDue } from './coverage/month-due';
import type { TransferKind } from './party-transfer';
import type { LineKey } from './rollup-line';

/** What a line of a statement counts; each adds up over lines. */
export interface Figures {
  readonly records: bigint;
  /** Of all token classes together. */
  readonly tokens: bigint;
  /** As the line states it. */
  readonly gross: PicoYuan;
  readonly shareFen: Fen;
}

/**
 * `share`: what the party has of one line of the month's revenue. `guarantee`: the top-up to its minimum, and what
 * the residual party pays of it. `adjustment`: an earlier month restated less what was issued for it. Any other: what
 * moved between a party and the operator outside every split.
 */
export type StatementLineKind = 'share' | 'guarantee' | 'adjustment' | TransferKind;

export interface StatementLine extends Figures {
  readonly lineKind: StatementLineKind;
  readonly originMonth: string;
  /** Of a share or a guarantee; null for what is of the whole month, or outside every split. */
  readonly splitRuleVersionId: number | null;
  /** Of a share alone. */
  readonly key: LineKey | null;
  /** With whom something moved, and what for; null where nothing did. */
  readonly counterparty: string | null;
  readonly reference: string | null;
}

/** One party's month in one currency. */
export interface PlannedStatement extends StatementHoldback {
  readonly party: string;
  readonly currency: string;
  readonly shareFen: Fen;
  readonly vatFen: Fen;
  readonly withholdingFen: Fen;
  /** What is held for later, and what is released: of a holdback, and until revenue is invoiced or collected. */
  readonly heldFen: Fen;
  readonly releasedFen: Fen;
  /** Whose shares wait for invoices or money, the earliest month first. */
  readonly basisMonths: readonly MonthDue[];
  /** Share + VAT − withholding − what is held back + what is released. */
  readonly payableFen: Fen;
  readonly lines: readonly StatementLine[];
}

/** One rule version and currency of one month; of an earlier month, restated less what was issued for it. */
export interface PlannedSplit {
  readonly originMonth: string;
  readonly splitRuleVersionId: number;
  readonly currency: string;
  readonly lineCount: number;
  readonly paidFen: Fen;
  readonly netFen: Fen;
  readonly taxFen: Fen;
  /** The part of the tax that no sale has fixed before: that of pay-as-you-go. */
  readonly usageTaxFen: Fen;
  /** Whether that tax comes on top of what was charged, or is in it. */
  readonly usageTaxOnTop: boolean;
}

/** A month's settlement as data: previewed, checked and written alike. */
export interface SettlementPlan {
  readonly splits: readonly PlannedSplit[];
  readonly statements: readonly PlannedStatement[];
  /** The accounts whose invoices or money decided what of the shares is due. */
  readonly covers: readonly AccountCover[];
}
