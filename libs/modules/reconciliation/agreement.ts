import { NO_TOLERANCE, type ToleranceRule } from '@ciyuan/core/reconciliation';
import { formatScaled, ratioOf, type Instant } from '@ciyuan/core/kernel';
import type { Columns } from './file/file-columns';

/** As it is agreed: `absolute` in tokens or yuan, `relative` a share of our own figure; both decimal texts. */
export interface AgreedTolerance {
  readonly absolute: string;
  readonly relative: string;
  readonly rule: ToleranceRule;
}

export interface Tolerances {
  readonly tokens: AgreedTolerance;
  readonly money: AgreedTolerance;
}

const NONE: AgreedTolerance = { absolute: '0', relative: '0', rule: NO_TOLERANCE.rule };
export const NO_TOLERANCES: Tolerances = { tokens: NONE, money: NONE };

/** What is agreed with a party about its files: `number` counts from 1. */
export interface ReconciliationAgreement {
  readonly party: string;
  readonly number: number;
  readonly effectiveFrom: Instant;
  readonly tolerances: Tolerances;
  readonly columns: Columns;
  readonly agreedAt: Instant;
  readonly agreedBy: string;
}

/** Of agreements, the earliest first, the one that is in force at the instant. */
export const agreementAt = (
  agreed: readonly ReconciliationAgreement[],
  at: Instant,
): ReconciliationAgreement | undefined => agreed.findLast(({ effectiveFrom }) => effectiveFrom <= at);

export const MONEY_PLACES = 12;

/** As the rules take it. */
export const toleranceOf = ({ absolute, relative, rule }: AgreedTolerance, places: 0 | 12) => ({
  absolute: scaled(absolute, places),
  relative: ratioOf(relative),
  rule,
});

function scaled(text: string, places: number): bigint {
  const { n, d } = ratioOf(text);
  return (n * 10n ** BigInt(places)) / d;
}

/** A decimal as the database gives it, without the zeros at its end. */
export function shortest(text: string): string {
  const { n, d } = ratioOf(text);
  return formatScaled((n * 10n ** BigInt(MONEY_PLACES)) / d, MONEY_PLACES);
}
