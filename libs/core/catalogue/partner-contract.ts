/**
 * What is agreed with a party: which pairs of model vendor and compute owner it may report, how it is settled with, or
 * both. Dates are days of the operator's zone, `YYYY-MM-DD`; amounts are decimals.
 */
export interface PartnerContract {
  readonly partner: string;
  /** Its days, the last one included; without an end until another version says otherwise. */
  readonly validity?: { readonly from: string; readonly until?: string };
  /** Said together with `lateWindowDays`, or not at all: whoever reports nothing has neither. */
  readonly serves?: readonly { readonly vendor: string; readonly computeOwner: string }[];
  /** How many days old a record may be when it is reported; older ones are refused. */
  readonly lateWindowDays?: number;
  readonly settlement?: SettlementTerms;
}

/** When a share is due: once its revenue is recognised, once it was invoiced, or once it was collected. */
export const SETTLEMENT_BASES = ['recognised', 'invoiced', 'collected'] as const;

/** A basis that lets a part of a share wait. */
export type HeldBasis = Exclude<(typeof SETTLEMENT_BASES)[number], 'recognised'>;

export interface SettlementTerms {
  /** Who is paid, and where. */
  readonly legalEntity: string;
  readonly bankAccount: string;
  /** Fractions of a share: '0.06' is six per cent. Without them those that the party was registered with. */
  readonly vatRate?: string;
  readonly withholdingRate?: string;
  /** In the currency of each statement; less is carried to the next one. */
  readonly minimumPayout: string;
  /** Whole days after the day of issue; then a statement that nobody answered counts as confirmed. */
  readonly disputeDays: number;
  /** Whole days after an invoice came in. */
  readonly paymentDays: number;
  readonly basis: (typeof SETTLEMENT_BASES)[number];
  /** Of the amounts of guarantee and purchase; yuan where it says nothing. */
  readonly currency?: string;
  /** What shares in other currencies are converted into, at the rate of each month's last instant; none where it says nothing. */
  readonly settlesIn?: string;
  readonly holdback?: Holdback;
  readonly guarantee?: ShareGuarantee;
  readonly purchase?: PurchaseCommitment;
}

/** A part of a positive share that is paid later. */
export interface Holdback {
  /** A fraction. */
  readonly share: string;
  readonly releaseAfterMonths: number;
}

/** The least that the party has of its own month, all rules together. */
export interface ShareGuarantee {
  /** A month. */
  readonly amount: string;
  /** Whether the party gives the top-up back out of later months that come to more. */
  readonly recoupable: boolean;
}

/** What the operator promised to buy of the party: tokens, or an amount in shares. */
export interface PurchaseCommitment {
  /** The first month, `YYYY-MM`. */
  readonly from: string;
  readonly months: number;
  readonly tokens?: number;
  readonly amount?: string;
  /** The models whose tokens count, a pattern; all of the party's where it says nothing. */
  readonly models?: string;
  /** Of tokens alone: what a missing one is priced at, per million. */
  readonly pricePerMillion?: string;
  /** How much of the shortfall is due, from 0 to 100. */
  readonly shortfallPercent: string;
}
