import { COUNTERS, type Counts } from '../../usage';
import type { CostPrices } from '../cost-prices';
import type { RuledOverage } from '../plan-charge';
import type { PlannedRating } from './re-rate-simulation';

const COUNTER_COUNT = COUNTERS.length;

/**
 * Whether two ratings of one record are the same: of which model it is, what it drew of which grant for which classes, what of it was
 * overage, by which versions that is priced and shared, how far it moved tiers, and what it costs. Where the counter
 * of a tier or a commitment stood is not compared: what they charge together depends on how far they were moved, and
 * not on who moved them first.
 */
export function isSameRating(before: PlannedRating, after: PlannedRating, counts: Counts): boolean {
  return factsOf(before, counts) === factsOf(after, counts);
}

function factsOf({ plan, moves, vendorPrices, computePrices }: PlannedRating, counts: Counts): string {
  return JSON.stringify(
    [
      plan.record.model,
      plan.drawdown.draws.map(({ grant, milliTokens, covered }) => [grant.number, milliTokens, covered]),
      plan.drawRules.map((rule) => rule.versionId),
      plan.overages.map(overageFacts),
      moves,
      pricesFor(vendorPrices, counts),
      pricesFor(computePrices, counts),
    ],
    (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value),
  );
}

const overageFacts = ({ overage, rule }: RuledOverage): unknown[] => [
  overage.kind,
  overage.rating,
  overage.base?.id,
  overage.plan.id,
  overage.priceVersionId,
  overage.currency,
  overage.counts,
  overage.move?.subscription.id,
  rule.versionId,
];

function pricesFor(prices: CostPrices, counts: Counts): unknown[] | null {
  if (!prices.ok) return null;
  const asked: unknown[] = [];
  for (let i = 0; i < COUNTER_COUNT; i++) if (counts[i] !== 0) asked.push(prices.picoPerUnit[i]);
  return asked;
}
