import type { ChargeDecision, ChargedRecord, CostGap } from '@ciyuan/core/charging';

/** Gaps with the usage months of the ratings that have them. */
export function gapsByMonth(
  { costGaps }: Pick<ChargeDecision, 'costGaps'>,
  ratings: readonly ChargedRecord[],
): (CostGap & { readonly usageMonth: string })[] {
  if (costGaps.length === 0) return [];
  const months = new Map(ratings.map((one) => [`${one.accountId} ${one.sequence}`, one.usageMonth]));
  return costGaps.map((gap) => ({
    ...gap,
    usageMonth: months.get(`${gap.accountId} ${gap.sequence}`) as string,
  }));
}
