import type { Draw } from '../../entitlement';
import { totalTokens, type Counts } from '../../usage';
import type { Instant } from '../../kernel';
import type { GrantState } from '../account-state';
import type { SplitRuleInForce } from '../catalogue-view';
import { bookMove } from '../contract/commitment-charge';
import { planMove, type CommitmentMove } from '../contract/commitment-move';
import type { Draft } from '../draft';
import { expiryIsDue } from '../expire';
import type { ChargePlan, RuledOverage } from '../plan-charge';
import { expireReturned } from '../post-grant';
import { applyOverage, costsOf, overageKey, packageKey, recogniseOn, type Portion } from '../post-portion';
import type { Overage } from '../rate-overage';
import type { RecordContext } from '../record-context';

const negated = (counts: Counts): number[] => counts.map((count) => 0 - count);

/** Gives a grant back what it gave; should the grant's expiry be over, that expires again at once. */
export function takeBackDraw(
  work: Draft,
  context: RecordContext,
  draw: Draw<GrantState>,
  rule: SplitRuleInForce,
  now: Instant,
): Portion {
  const { account, sequence, record, accountingMonth } = context;
  const { grant, milliTokens } = draw;
  const recognised = recogniseOn(grant, -milliTokens);
  grant.leftMilli += milliTokens;
  const grantNumber = grant.number;
  work.movements.push({
    accountId: account.id,
    sequence,
    grantNumber,
    kind: 'returned',
    at: record.at,
    milliTokens,
  });
  work.tally.post(account.id, accountingMonth, 'tokensConsumed', -milliTokens);
  work.tally.post(account.id, accountingMonth, 'packageConsumed', recognised.net, grant.plan.body.currency);
  const portion = packagePortion(work, context, draw, rule, recognised);
  if (milliTokens > 0n && (grant.expiredMilli > 0n || expiryIsDue(account, grant, now))) {
    const part = { sequence, milliTokens, gross: -recognised.gross, net: -recognised.net };
    expireReturned(work, account, grant, part);
  }
  return portion;
}

function packagePortion(
  work: Draft,
  context: RecordContext,
  { grant, milliTokens, covered }: Draw<GrantState>,
  rule: SplitRuleInForce,
  recognised: { readonly gross: bigint; readonly net: bigint },
): Portion {
  const counts = negated(covered);
  const costs = costsOf(context, counts);
  const key = packageKey(context, grant, rule);
  work.tally.rollUp(key, { records: 0, counts, drawnMilli: -milliTokens, ...recognised, ...costs });
  return {
    drawnMilli: -milliTokens,
    recognisedGross: recognised.gross,
    recognisedNet: recognised.net,
    usageGross: 0n,
    ...costs,
    costRoles: rule.costRoles,
  };
}

/**
 * Books an overage with all of its figures negative. What a commitment rated falls by what its position falls, which
 * depends on nothing but what is left of its consumption; a spend loses what the record was charged.
 */
export function takeBackOverage(work: Draft, context: RecordContext, ruled: RuledOverage): Portion {
  const { overage } = ruled;
  const move = overage.move && backwards(context, overage, overage.move);
  const gross = overage.rating === 'commitment' && move !== undefined ? move.gross : -overage.gross;
  const back = { ...overage, gross, counts: negated(overage.counts) };
  const portion = applyOverage(work, context, { ...ruled, overage: back }, false);
  if (move !== undefined) bookMove(work, context, move);
  return portion;
}

function backwards(
  { account, record }: RecordContext,
  { rating, counts, gross }: Overage,
  { subscription }: CommitmentMove,
): CommitmentMove {
  const quantity = rating === 'commitment' ? BigInt(totalTokens(counts)) : gross;
  return planMove(account, subscription, record.at, -quantity);
}

/** A record is counted where its first portion was: there it is one less. */
export function uncount(
  work: Draft,
  context: RecordContext,
  { drawdown, drawRules, overages }: ChargePlan,
): void {
  const [draw] = drawdown.draws;
  const first = overages[0] as RuledOverage;
  const key =
    draw === undefined
      ? overageKey(context, first.overage, first.rule)
      : packageKey(context, draw.grant, drawRules[0] as SplitRuleInForce);
  work.tally.rollUp(key, { records: -1, gross: 0n, net: null });
}
