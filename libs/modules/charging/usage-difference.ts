import { hash } from 'node:crypto';
import {
  grantId,
  type KeptRating,
  type RatingDifference,
  type RecordedDraw,
  type StatedRating,
} from '@ciyuan/core/charging';
import { formatInstant } from '@ciyuan/core/kernel';

export interface GrantDraw {
  readonly grant: string;
  readonly milliTokens: bigint;
}

/** What a rating says; money in pico-yuan with VAT, costs in pico-yuan, null where nobody prices them. */
export interface RatingSummary {
  /** The model that it is of: another one where the name that was reported stands for another. */
  readonly model: string;
  readonly draws: readonly GrantDraw[];
  readonly overageTokens: number;
  readonly overageKind: 'usage' | 'overdraw' | null;
  readonly usageGross: bigint;
  readonly vendorCost: bigint | null;
  readonly computeCost: bigint | null;
  readonly basePlanVersionId: number | null;
  readonly priceVersionId: number | null;
  readonly commitmentTokens: number | null;
}

export interface RecordName {
  readonly partner: string;
  readonly source: string;
  readonly id: string;
  readonly at: string;
  readonly model: string;
}

/** A record that is rated anew. */
export interface UsageDifference extends RecordName {
  readonly before: RatingSummary;
  readonly after: RatingSummary;
  /** What is booked: of tiers and commitments by where they stand, so it need not be `after` less `before`. */
  readonly change: {
    readonly draws: readonly GrantDraw[];
    readonly usageGross: bigint;
    readonly vendorCost: bigint;
    readonly computeCost: bigint;
  };
}

/** A record that the catalogue in force would not charge. */
export interface KeptRecord extends RecordName {
  readonly reason: string;
  readonly detail: string;
}

export function differenceOf({ rated, draws, reversal, reRating }: RatingDifference): UsageDifference {
  return {
    ...nameOf(rated.rating),
    before: summaryOf(rated.rating, rated.draws),
    after: summaryOf(reRating, draws),
    change: {
      draws: drawChanges(rated.draws, draws),
      usageGross: reversal.usageGross + reRating.usageGross,
      vendorCost: (reversal.vendorCost ?? 0n) + (reRating.vendorCost ?? 0n),
      computeCost: (reversal.computeCost ?? 0n) + (reRating.computeCost ?? 0n),
    },
  };
}

export const keptOf = ({ rated, reason, detail }: KeptRating): KeptRecord => ({
  ...nameOf(rated.rating),
  reason,
  detail,
});

/** SHA-256 over all that is shown, so that what is applied is what was shown. Hex. */
export function digestOf(shown: object): string {
  const text = JSON.stringify(shown, (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value));
  return hash('sha256', text, 'hex');
}

const nameOf = ({ record }: StatedRating): RecordName => ({
  partner: record.partner,
  source: record.source,
  id: record.recordId,
  at: formatInstant(record.at),
  model: record.model,
});

const summaryOf = (rating: StatedRating, draws: readonly RecordedDraw[]): RatingSummary => ({
  model: rating.record.model,
  draws: draws.map(({ grantNumber, milliTokens }) => ({ grant: grantId(grantNumber), milliTokens })),
  overageTokens: rating.overageTokens,
  overageKind: rating.overageKind,
  usageGross: rating.usageGross,
  vendorCost: rating.vendorCost,
  computeCost: rating.computeCost,
  basePlanVersionId: rating.basePlanVersionId,
  priceVersionId: rating.priceVersionId,
  commitmentTokens: rating.commitmentTokens,
});

function drawChanges(before: readonly RecordedDraw[], after: readonly RecordedDraw[]): GrantDraw[] {
  const changes = new Map<number, bigint>();
  for (const { grantNumber, milliTokens } of after) changes.set(grantNumber, milliTokens);
  for (const { grantNumber, milliTokens } of before) {
    changes.set(grantNumber, (changes.get(grantNumber) ?? 0n) - milliTokens);
  }
  return [...changes]
    .filter(([, milliTokens]) => milliTokens !== 0n)
    .sort(([a], [b]) => a - b)
    .map(([grantNumber, milliTokens]) => ({ grant: grantId(grantNumber), milliTokens }));
}
