import type { Drawdown } from '../entitlement';
import { totalTokens } from '../usage';
import type { GrantState } from './account-state';
import type { ChargedRecord } from './decision';
import type { RuledOverage } from './plan-charge';
import type { Portion } from './post-portion';
import type { RecordContext } from './record-context';

/** A record with its rating inline: the sums of its portions, and what names the rest. */
export function chargedRecord(
  context: RecordContext,
  drawdown: Drawdown<GrantState>,
  overages: readonly RuledOverage[],
  portions: readonly Portion[],
): ChargedRecord {
  const { account, record, sequence, usageMonth, accountingMonth, vendorPrices, computePrices } = context;
  const first = drawdown.draws[0];
  const overageTokens = totalTokens(drawdown.overage);
  return {
    record,
    accountId: account.id,
    sequence,
    usageMonth,
    accountingMonth,
    grantNumber: first?.grant.number ?? null,
    drawnMilli: sum(portions, (portion) => portion.drawnMilli),
    firstDrawnMilli: first?.milliTokens ?? 0n,
    coveredTokens: totalTokens(record.counts) - overageTokens,
    overageTokens,
    ...ratingNames(overages),
    recognisedGross: sum(portions, (portion) => portion.recognisedGross),
    recognisedNet: sum(portions, (portion) => portion.recognisedNet),
    usageGross: sum(portions, (portion) => portion.usageGross),
    vendorCost: vendorPrices.ok ? sum(portions, (portion) => portion.vendorCost) : null,
    computeCost: computePrices.ok ? sum(portions, (portion) => portion.computeCost) : null,
  };
}

/** Who rated the overage, and in which versions. */
export function ratingNames(
  overages: readonly RuledOverage[],
): Pick<
  ChargedRecord,
  | 'overageKind'
  | 'basePlanVersionId'
  | 'priceVersionId'
  | 'commitmentSubscriptionId'
  | 'commitmentTokens'
  | 'commitmentGross'
> {
  const rated = overages.find(({ overage }) => overage.rating === 'commitment')?.overage;
  const base = overages.find(({ overage }) => overage.rating === 'base')?.overage;
  const move = overages.find(({ overage }) => overage.move !== undefined)?.overage.move;
  return {
    overageKind: overages[0]?.overage.kind ?? null,
    basePlanVersionId: base?.base?.plan.id ?? null,
    priceVersionId: base?.priceVersionId ?? null,
    commitmentSubscriptionId: move?.subscription.id ?? null,
    commitmentTokens: rated === undefined ? null : totalTokens(rated.counts),
    commitmentGross: rated?.gross ?? null,
  };
}

function sum(portions: readonly Portion[], of: (portion: Portion) => bigint): bigint {
  let total = 0n;
  for (const portion of portions) total += of(portion);
  return total;
}
