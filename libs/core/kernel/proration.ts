import { divideFloor, divideHalfAway, type Fen } from './money';

/** `actual`: days of the period; `thirty`: 30; `yearly`: days × 12 / 365, a carrier's daily rate. */
export type ProrationDenominator = 'actual' | 'thirty' | 'yearly';
export type AllowanceRounding = 'up' | 'down';

export interface ProrationInput {
  /** The whole period's fee. */
  readonly feeFen: Fen;
  /** The whole period's allowance, in whole package tokens. */
  readonly allowanceTokens: bigint;
  /** Local days that are used of the period. */
  readonly days: number;
  readonly periodDays: number;
  readonly denominator: ProrationDenominator;
  readonly allowanceRounding: AllowanceRounding;
}

export interface Prorated {
  readonly feeFen: Fen;
  readonly allowanceTokens: bigint;
}

const MONTHS_PER_YEAR = 12n;
const DAYS_PER_YEAR = 365n;
const THIRTY = 30n;

/**
 * The part of a period's fee and allowance that falls on some of its days: never more than the whole. The fee is
 * rounded half away from zero to the fen, the allowance up or down to a whole token. Days are whole and not negative.
 */
export function prorate(input: ProrationInput): Prorated {
  const days = wholeDays(input.days);
  const [n, d] = atMostOne(shareOf(input.denominator, days, wholeDays(input.periodDays)));
  const tokens = input.allowanceTokens * n;
  return {
    feeFen: divideHalfAway(input.feeFen * n, d),
    allowanceTokens: input.allowanceRounding === 'up' ? -divideFloor(-tokens, d) : divideFloor(tokens, d),
  };
}

function shareOf(
  denominator: ProrationDenominator,
  days: bigint,
  periodDays: bigint,
): readonly [bigint, bigint] {
  switch (denominator) {
    case 'actual':
      return [days, periodDays];
    case 'thirty':
      return [days, THIRTY];
    case 'yearly':
      return [days * MONTHS_PER_YEAR, DAYS_PER_YEAR];
  }
}

const atMostOne = (share: readonly [bigint, bigint]): readonly [bigint, bigint] =>
  share[0] > share[1] ? [1n, 1n] : share;

function wholeDays(days: number): bigint {
  if (!Number.isSafeInteger(days) || days < 0) throw new RangeError(`not a number of days: ${days}`);
  return BigInt(days);
}
