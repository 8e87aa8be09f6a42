/** Where a commitment's tokens come from, or how its shortfall is found. */
export const COMMITMENT_MODES = ['prepaid', 'take_or_pay', 'spend'] as const;
export type CommitmentMode = (typeof COMMITMENT_MODES)[number];

export const COMMITMENT_MONTHS = [1, 3, 6, 12] as const;

/**
 * What an account promises, period by period. `prepaid` is granted and paid ahead; `take_or_pay` rates the tokens of
 * its models that no grant covers and charges what is missing; `spend` looks at what the base tariff charges for them.
 */
export interface CommitmentTerms {
  readonly mode: CommitmentMode;
  /** Model names or patterns. */
  readonly models: readonly string[];
  /** Yuan with VAT for a million tokens; not of a spend. */
  readonly pricePerMillion?: string;
  /** Beyond commitment and make-up; of take-or-pay alone. */
  readonly overPricePerMillion?: string;
  /** How much of a shortfall is charged; not of prepaid. */
  readonly shortfallPercent?: string;
  /** Which part of a shortfall can be used later, and in how many periods; of take-or-pay alone. */
  readonly makeUp?: { readonly percentOfShortfall: string; readonly withinPeriods: number };
  readonly periodMonths: (typeof COMMITMENT_MONTHS)[number];
  /** In their order, which makes a ramp: whole tokens, or yuan of a spend. */
  readonly periods: readonly { readonly committed: string }[];
}
