import type { CoefficientRow } from './coefficients';
import type { Hours } from './time-band';

export const WINDOW_UNITS = ['tokens', 'requests'] as const;
/**
 * Where a window begins: on the local calendar, on the subscription's own day, with the first call after the last one
 * ended, or so long before every call.
 */
export const WINDOW_KINDS = ['calendar', 'anniversary', 'first_use', 'sliding'] as const;
/** The shortest first. */
export const WINDOW_LENGTHS = ['5h', 'day', 'week', 'month'] as const;
export type WindowLength = (typeof WINDOW_LENGTHS)[number];

/** How much of a window one token or one call of a model takes, at some hours or always; the first row that applies. */
export interface WindowMultiplier extends Pick<CoefficientRow, 'model'> {
  /** At most three places. */
  readonly factor: string;
  /** Local hours of the account, without a calendar of holidays. */
  readonly timeBand?: Hours;
}

/** So many tokens or calls in a stretch of time, beside what the allowance holds; a call needs room in every window. */
export interface UsageWindow {
  readonly unit: (typeof WINDOW_UNITS)[number];
  readonly kind: (typeof WINDOW_KINDS)[number];
  readonly length: WindowLength;
  readonly limit: number;
  /** Model names or patterns; absent for all. */
  readonly models?: readonly string[];
  readonly multipliers?: readonly WindowMultiplier[];
}

/**
 * What a plan lets through while calls run. These are terms of the sale: kept with the version that was sold, shown and
 * compared like the rest of it. Nothing in charging reads them, for what came is charged whether or not it was let
 * through; sessions enforce them, once there are sessions.
 */
export interface PlanLimits {
  readonly windows?: readonly UsageWindow[];
  readonly tokensPerMinute?: number;
  readonly requestsPerMinute?: number;
  /** Held free for the contract even where others wait; of commitments alone. */
  readonly assuredTokensPerMinute?: number;
  /** Yuan with VAT of whatever the account is charged beyond its packages. */
  readonly spendCap?: { readonly amount: string; readonly per: 'day' | 'month' };
  /** Percentages of the allowance, of each window and of the spend cap at which the account is told. */
  readonly alerts?: readonly number[];
}

/** What one member of an organisation may take of its plan's allowance, which all members share. */
export interface MemberAllowance {
  readonly perMember: { readonly tokens: number; readonly per: 'day' | 'week' | 'month' };
  readonly poolOf: 'allowance';
}
