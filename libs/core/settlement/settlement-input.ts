import type { ContractInput } from './contract-terms/contract-input';
import type { PartyTransfer } from './party-transfer';
import type { RollupLine } from './rollup-line';
import type { SplitRule } from './split-rule';
import type { Figures, PlannedSplit } from './settlement-plan';

/** A split rule as it is kept: with what becomes of what is paid and never consumed. */
export interface SettlementRule {
  readonly breakage: 'operator' | 'as_consumed';
  readonly rule: SplitRule;
}

/** Fractions of a share: the VAT that the party adds to it, the tax that is withheld from it. */
export interface PartyRates {
  readonly vatRate: string;
  readonly withholdingRate: string;
}

/** What posted runs have stated for one party of an earlier month: its shares and adjustments, together. */
export interface IssuedShare extends Figures {
  readonly originMonth: string;
  readonly party: string;
  readonly currency: string;
}

/** What posted runs have stated for one split of an earlier month, all of it together. */
export type IssuedSplit = Omit<PlannedSplit, 'lineCount'>;

/** What the lines of a settlement are to be read with. */
export interface SettlementDocuments {
  readonly rules: ReadonlyMap<number, SettlementRule>;
  /** The code that each version of a plan belongs to. */
  readonly planCodes: ReadonlyMap<number, string>;
  /** The party that has what no rule gives to anybody else. */
  readonly operator: string;
  readonly parties: ReadonlyMap<string, PartyRates>;
}

export interface SettlementInput extends SettlementDocuments {
  readonly month: string;
  /**
   * What was booked in the month, and everything booked until then for the earlier months that this touches; in any
   * order.
   */
  readonly lines: readonly RollupLine[];
  readonly issuedShares: readonly IssuedShare[];
  readonly issuedSplits: readonly IssuedSplit[];
  /** What was decided until now to move between parties and the operator, and has not been issued. */
  readonly transfers: readonly PartyTransfer[];
  readonly contracts: ContractInput;
}
