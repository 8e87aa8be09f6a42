import {
  formatFen,
  parseFen,
  prorate,
  type AllowanceRounding,
  type ProrationDenominator,
} from '@ciyuan/core/kernel';

export interface ProrationCase {
  readonly fee: string;
  readonly allowanceTokens: string;
  readonly days: number;
  readonly periodDays: number;
  readonly denominator: ProrationDenominator;
  readonly allowanceRounding: AllowanceRounding;
  readonly expected: { readonly fee: string; readonly allowanceTokens: string };
}

export function reproduceProration(given: ProrationCase): ProrationCase {
  const { feeFen, allowanceTokens } = prorate({
    feeFen: parseFen(given.fee),
    allowanceTokens: BigInt(given.allowanceTokens),
    days: given.days,
    periodDays: given.periodDays,
    denominator: given.denominator,
    allowanceRounding: given.allowanceRounding,
  });
  return { ...given, expected: { fee: formatFen(feeFen), allowanceTokens: String(allowanceTokens) } };
}
