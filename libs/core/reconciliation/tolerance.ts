import { compare, ratio, ratioOf, type Ratio } from '../kernel';

/**
 * How far two figures may lie apart and still count as the same: no more than `absolute`, or no more than `relative`
 * times our own figure; `any` of the two is enough, or `all` must hold. Agreements between carriers know both rules.
 */
export interface Tolerance {
  /** In the unit of what is compared: tokens, or pico-yuan. Not negative. */
  readonly absolute: bigint;
  /** A share of our own figure; not negative. */
  readonly relative: Ratio;
  readonly rule: ToleranceRule;
}

export const TOLERANCE_RULES = ['any', 'all'] as const;
export type ToleranceRule = (typeof TOLERANCE_RULES)[number];

/** Only the same is the same. */
export const NO_TOLERANCE: Tolerance = { absolute: 0n, relative: ratioOf('0'), rule: 'any' };

/** Whether their figure is near enough to ours. Figures may be negative; what is relative looks at their size alone. */
export function isWithin({ absolute, relative, rule }: Tolerance, ours: bigint, theirs: bigint): boolean {
  const apart = sizeOf(theirs - ours);
  const isNear = apart <= absolute;
  const isNearRelatively = compare(ratio(apart * relative.d), ratio(sizeOf(ours) * relative.n)) <= 0;
  return rule === 'any' ? isNear || isNearRelatively : isNear && isNearRelatively;
}

const sizeOf = (figure: bigint): bigint => (figure < 0n ? -figure : figure);
