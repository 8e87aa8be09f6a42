import type { HeldBasis, PurchaseCommitment, SettlementTerms } from '../../catalogue';
import type { Fen, Ratio } from '../../kernel';
import type { Coverage } from '../coverage/coverage-input';

/** What a contract says about one party's statement of the month. */
export interface PartyAgreement
  extends Pick<SettlementTerms, 'vatRate' | 'withholdingRate' | 'holdback' | 'guarantee' | 'settlesIn'> {
  readonly party: string;
  /** Of the guarantee. */
  readonly currency: string;
  /** What its shares wait for; nothing where they are due once they are recognised. */
  readonly basis?: HeldBasis;
}

/** What a party was advanced on its minimum, and has not given back; hundredths, above 0. */
export interface Advance {
  readonly party: string;
  readonly currency: string;
  readonly fen: Fen;
}

/** What was held back of an issued statement, and what becomes payable from a month on. */
export interface HeldBack {
  readonly party: string;
  readonly currency: string;
  readonly month: string;
  readonly releaseMonth: string;
  readonly fen: Fen;
}

/** What is counted of one usage month towards a promise. */
export interface PurchaseCount {
  readonly month: string;
  /** As the roll-ups have it by now. */
  readonly tokens: bigint;
  /** As it was issued before. */
  readonly shareFen: Fen;
}

/** A promise to a party, with what it comes to; due once its last month is settled. */
export interface Purchase {
  readonly party: string;
  readonly currency: string;
  readonly purchase: PurchaseCommitment;
  /** Months of its period that anything is known of, the earliest first. */
  readonly counts: readonly PurchaseCount[];
  /** What was issued for its shortfall, and in how many lines. */
  readonly issuedFen: Fen;
  readonly issuedLines: number;
}

/** What a unit of one currency is settled as in another for all of a month: the rate of its last instant. */
export interface FrozenRate {
  readonly base: string;
  readonly quote: string;
  readonly rate: Ratio;
}

/** All that contracts say about a month, and what was issued for it before. */
export interface ContractInput {
  readonly agreements: readonly PartyAgreement[];
  readonly advances: readonly Advance[];
  /** What is to be released, and was not. */
  readonly heldBack: readonly HeldBack[];
  /** Whose last month is this one, or an earlier one. */
  readonly purchases: readonly Purchase[];
  /** Where a contract settles in another currency: those that there are. */
  readonly rates: readonly FrozenRate[];
  /** Where a contract's shares wait for invoices or money, or some still do. */
  readonly coverage?: Coverage;
}

export const NOTHING_AGREED: ContractInput = {
  agreements: [],
  advances: [],
  heldBack: [],
  purchases: [],
  rates: [],
};
