import type { Instant } from '../../kernel';
import { totalTokens } from '../../usage';
import type { AccountState } from '../account-state';
import type { SplitRuleInForce } from '../catalogue-view';
import { ratingNames } from '../charged-record';
import type { ChargedRecord } from '../decision';
import type { Draft } from '../draft';
import type { ChargePlan } from '../plan-charge';
import { planAtTheTop } from './plan-again';
import type { Portion } from '../post-portion';
import type { Correction, RatedRecord } from './rated-record';
import { nextContext, type RecordContext } from '../record-context';
import { moveCounters } from '../tier-charge';
import { takeBackDraw, takeBackOverage, uncount } from './void-portion';

/**
 * Takes back the rating in force of a record: each grant gets its tokens back, prices by entry and costs are negated
 * as they were charged, a tiered charge falls by T(b) − T(a) at today's value of the counter, so that what tiers
 * charged together stays T of the counter. Costs and rules are those of the catalogue that made the rating. Throws
 * where the rating on record does not come out again: nothing is taken back by guess.
 */
export function reverseRating(
  work: Draft,
  account: AccountState,
  rated: RatedRecord,
  now: Instant,
): Correction {
  const { rating, recordSequence, catalogue } = rated;
  const { record } = rating;
  const { plan, below } = planAtTheTop(account, rated);
  const context = nextContext(account, record, work.months, catalogue, plan.currency);
  const portions = takeBack(work, context, plan, now);
  moveCounters(account, below);
  const reversal = reversalOf(context, rated, plan, portions);
  if (!isStatedAgain(rated, plan, reversal, below.length > 0))
    throw new Error(`rating ${rating.sequence} of account ${account.id} does not come out again`);
  return { kind: 'reversal', recordSequence, reversedSequence: rating.sequence, rating: reversal };
}

function takeBack(work: Draft, context: RecordContext, plan: ChargePlan, now: Instant): Portion[] {
  const { drawdown, drawRules, overages } = plan;
  const portions = drawdown.draws.map((draw, index) =>
    takeBackDraw(work, context, draw, drawRules[index] as SplitRuleInForce, now),
  );
  for (const one of overages) portions.push(takeBackOverage(work, context, one));
  uncount(work, context, plan);
  return portions;
}

function reversalOf(
  { sequence, usageMonth, accountingMonth }: RecordContext,
  { rating }: RatedRecord,
  plan: ChargePlan,
  portions: readonly Portion[],
): ChargedRecord {
  const sumOf = (of: (portion: Portion) => bigint): bigint =>
    portions.reduce((total, portion) => total + of(portion), 0n);
  return {
    ...rating,
    sequence,
    usageMonth,
    accountingMonth,
    drawnMilli: -rating.drawnMilli,
    firstDrawnMilli: -rating.firstDrawnMilli,
    coveredTokens: 0 - rating.coveredTokens,
    overageTokens: 0 - rating.overageTokens,
    recognisedGross: sumOf((portion) => portion.recognisedGross),
    recognisedNet: sumOf((portion) => portion.recognisedNet),
    usageGross: sumOf((portion) => portion.usageGross),
    vendorCost: rating.vendorCost === null ? null : sumOf((portion) => portion.vendorCost),
    computeCost: rating.computeCost === null ? null : sumOf((portion) => portion.computeCost),
    commitmentTokens: rating.commitmentTokens === null ? null : 0 - rating.commitmentTokens,
    commitmentGross: rating.commitmentGross === null ? null : committedOf(plan, portions),
  };
}

/** Of the portions those of the overage come last, in their order. */
function committedOf({ drawdown, overages }: ChargePlan, portions: readonly Portion[]): bigint {
  const index = overages.findIndex(({ overage }) => overage.rating === 'commitment');
  return portions[drawdown.draws.length + index]?.usageGross ?? 0n;
}

/** What tiers and commitments charge depends on where they stand, so that of such usage no amount can be compared. */
function isStatedAgain(
  { rating }: RatedRecord,
  { record, drawdown, overages }: ChargePlan,
  reversal: ChargedRecord,
  isTiered: boolean,
): boolean {
  const named = ratingNames(overages);
  return (
    record.model === rating.record.model &&
    totalTokens(drawdown.overage) === rating.overageTokens &&
    named.overageKind === rating.overageKind &&
    named.basePlanVersionId === rating.basePlanVersionId &&
    named.priceVersionId === rating.priceVersionId &&
    named.commitmentSubscriptionId === rating.commitmentSubscriptionId &&
    named.commitmentTokens === rating.commitmentTokens &&
    (isTiered || rating.commitmentTokens !== null || reversal.usageGross === -rating.usageGross) &&
    -(reversal.vendorCost ?? 0n) === (rating.vendorCost ?? 0n) &&
    -(reversal.computeCost ?? 0n) === (rating.computeCost ?? 0n)
  );
}
