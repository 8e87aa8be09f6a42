import { formatScaled, formatYuan, parseInstant } from '@ciyuan/core/kernel';
import type {
  GrantDraw,
  PeriodToReRate,
  RatingSummary,
  ReRateRefusal,
  ReRated,
  UsageDifference,
} from '@ciyuan/modules/charging';
import { Refused } from '@ciyuan/platform/http';
import type { ChangeView, DifferenceView, RatingView, ReRatingRequest, ReRatingView } from './re-ratings.dto';

export const periodOf = (request: ReRatingRequest, by: string): PeriodToReRate => ({
  account: request.account,
  from: parseInstant(request.from) as number,
  until: parseInstant(request.until) as number,
  reason: request.reason,
  by,
  apply: request.apply ? { asShown: request.digest as string } : 'no',
});

export const viewOf = (account: string, { applied, digest, differences, kept }: ReRated): ReRatingView => ({
  account,
  applied,
  digest,
  totals: { records: differences.length, ...totalOf(differences) },
  differences: differences.map(differenceOf),
  kept,
});

export function refusedReRating(account: string, refusal: ReRateRefusal): Refused {
  switch (refusal.code) {
    case 'unknown_account':
      return new Refused('not_found', 'unknown_account', 'There is no account of this code.');
    case 'empty_period':
      return new Refused('malformed', 'invalid_request', 'until: not after from', [
        { path: 'until', code: 'empty_period' },
      ]);
    case 'stale':
      return new Refused(
        'conflict',
        'stale',
        'Something has changed since the differences were shown: look at them as they are now.',
        [{ path: 'digest', code: 'stale' }],
        { now: viewOf(account, refusal.now) },
      );
  }
}

const differenceOf = ({ before, after, change, ...record }: UsageDifference): DifferenceView => ({
  ...record,
  before: ratingOf(before),
  after: ratingOf(after),
  change: changeOf(change),
});

const ratingOf = ({ draws, usageGross, vendorCost, computeCost, ...rest }: RatingSummary): RatingView => ({
  ...rest,
  draws: draws.map(drawOf),
  usageYuan: formatYuan(usageGross),
  vendorCostYuan: vendorCost === null ? null : formatYuan(vendorCost),
  computeCostYuan: computeCost === null ? null : formatYuan(computeCost),
});

const changeOf = ({ draws, usageGross, vendorCost, computeCost }: UsageDifference['change']): ChangeView => ({
  draws: draws.map(drawOf),
  usageYuan: formatYuan(usageGross),
  vendorCostYuan: formatYuan(vendorCost),
  computeCostYuan: formatYuan(computeCost),
});

const drawOf = ({ grant, milliTokens }: GrantDraw) => ({ grant, tokens: formatScaled(milliTokens, 3) });

function totalOf(differences: readonly UsageDifference[]): ChangeView {
  const draws = new Map<string, bigint>();
  let [usageGross, vendorCost, computeCost] = [0n, 0n, 0n];
  for (const { change } of differences) {
    usageGross += change.usageGross;
    vendorCost += change.vendorCost;
    computeCost += change.computeCost;
    for (const { grant, milliTokens } of change.draws)
      draws.set(grant, (draws.get(grant) ?? 0n) + milliTokens);
  }
  const byGrant = [...draws].sort(([a], [b]) => (a < b ? -1 : 1));
  return changeOf({
    draws: byGrant.map(([grant, milliTokens]) => ({ grant, milliTokens })),
    usageGross,
    vendorCost,
    computeCost,
  });
}
