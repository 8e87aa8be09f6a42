import type { Bundle } from './bundle';
import type { CommitmentTerms } from './commitment-terms';
import type { Eligibility } from './eligibility';
import type { Exhaustion } from './exhaustion';
import { DEFAULT_PRIORITY, type GrantSource } from './grant-source';
import type { RollOver } from './roll-over';
import type { MemberAllowance, PlanLimits } from './plan-limits';

/**
 * What is sold. `base` is the pay-as-you-go tariff that prices overage; `package` renews by the month; `pack` and
 * `trial` are given once, for a number of days; `commitment` is a contract over a number of periods.
 */
export type PlanRole = 'base' | 'package' | 'pack' | 'trial' | 'commitment';

export interface Allowance {
  /** Whole package tokens of a period, or of the pack. */
  readonly tokens: number;
  /** Model names or patterns. */
  readonly models: readonly string[];
  readonly source: GrantSource;
  readonly priority?: number;
}

export interface FirstPeriod {
  readonly mode: 'full' | 'prorated';
  readonly denominator: 'actual' | 'thirty' | 'yearly';
  readonly allowanceRounding: 'up' | 'down';
}

export interface Plan {
  readonly code: string;
  readonly role: PlanRole;
  readonly name: string;
  /** The one market segment that may order it; absent for all. Short for `eligibility.segments`. */
  readonly segment?: string;
  readonly eligibility?: Eligibility;
  /** A rule in force at the order, by its code, that says whom the plan is for. */
  readonly eligibilityRule?: string;
  /** Nobody takes it up any more from this version on; those who have it keep what they have. */
  readonly retired?: boolean;
  /** Packs and trials: the pool that a grant takes its tokens from, and that can run dry; absent for none. */
  readonly campaignPool?: string;
  readonly currency: string;
  /** Yuan with VAT, of a period or once; whole fen. */
  readonly price: string;
  readonly vatRate: string;
  readonly allowance?: Allowance;
  /** Packages and packs: what the price is of besides the allowance. */
  readonly bundle?: Bundle;
  readonly commitment?: CommitmentTerms;
  /** Packs and trials: local days, counted from the instant of the order. */
  readonly validityDays?: number;
  /** Packages: what of a cycle's grant can be used in later ones; absent, all that is left expires. */
  readonly rollOver?: RollOver;
  /** Packages and packs: whether the account may give tokens of its grants to another one. */
  readonly transferable?: boolean;
  /** Packages and commitments: cycles start on the 1st, or on the day of the order (the month's last day where it is missing). */
  readonly cycleAnchor: 'calendar' | 'order_day';
  readonly firstPeriod: FirstPeriod;
  /** How an upgrade at once is cut for the rest of a cycle; as a first period where absent. */
  readonly planChange?: Pick<FirstPeriod, 'denominator' | 'allowanceRounding'>;
  /** Base tariffs: the first day's prices are held for some months, or as long as the subscription runs. */
  readonly priceProtection?: { readonly months: number } | 'term';
  /** What becomes of usage that no grant covers. */
  readonly exhaustion: Exhaustion;
  /** Of `payg_cap`: what usage costs at most, yuan with VAT, in a cycle of the grant that ran dry; of a base tariff, in a month. */
  readonly overageCap?: string;
  /** The price book of a base plan. */
  readonly priceBook?: string;
  readonly coefficientTable?: string;
  /** Whether a grant keeps the coefficients in force when it was issued, or follows the table. */
  readonly coefficients: 'at_issue' | 'follow';
  /** How long after its expiry a grant waits for late records before the expiry is booked. */
  readonly latenessHours: number;
  readonly limits?: PlanLimits;
  /** Packages of organisations. */
  readonly members?: MemberAllowance;
}

/** The models that a grant of the plan covers: names or patterns. */
export const grantedModels = ({ allowance, commitment }: Plan): readonly string[] =>
  allowance?.models ?? commitment?.models ?? [];

/** Where a grant of the plan stands in the burn order. */
export const grantPriority = ({ allowance, commitment }: Plan): number =>
  allowance?.priority ??
  DEFAULT_PRIORITY[allowance?.source ?? (commitment === undefined ? 'allowance' : 'prepaid_commitment')];

/** One approved, immutable version of a document of the catalogue. */
export interface Version<T> {
  readonly id: number;
  readonly code: string;
  readonly effectiveFrom: number;
  readonly body: T;
}
