import type { Draw } from '../entitlement';
import type { Counts } from '../usage';
import type { GrantState } from './account-state';
import type { SplitRuleInForce } from './catalogue-view';
import { costOf } from './cost-prices';
import type { RollupKey } from './decision';
import type { Draft } from './draft';
import type { RuledOverage } from './plan-charge';
import { partOfPrice, type PricePart } from './grant-position';
import { reverseExpiry } from './post-grant';
import type { Overage } from './rate-overage';
import type { RecordContext } from './record-context';

/** One grant's part of a record, or its overage. */
export interface Portion {
  readonly drawnMilli: bigint;
  readonly recognisedGross: bigint;
  readonly recognisedNet: bigint;
  readonly usageGross: bigint;
  readonly vendorCost: bigint;
  readonly computeCost: bigint;
  readonly costRoles: readonly string[];
}

export function applyDraw(
  work: Draft,
  context: RecordContext,
  draw: Draw<GrantState>,
  rule: SplitRuleInForce,
  isFirst: boolean,
): Portion {
  const { grant, milliTokens } = draw;
  const recognised = recogniseOn(grant, milliTokens);
  if (milliTokens > 0n) bookDraw(work, context, grant, milliTokens, recognised);
  // The record's row names the first; with the others it can be told which grant covered what, even for nothing.
  if (!isFirst) {
    const { account, sequence, record } = context;
    const part = { accountId: account.id, sequence, grantNumber: grant.number };
    work.movements.push({ ...part, kind: 'drawn', at: record.at, milliTokens });
  }
  const costs = costsOf(context, draw.covered);
  work.tally.rollUp(packageKey(context, grant, rule), {
    records: isFirst ? 1 : 0,
    counts: draw.covered,
    drawnMilli: milliTokens,
    gross: recognised.gross,
    net: recognised.net,
    ...costs,
  });
  return {
    drawnMilli: milliTokens,
    recognisedGross: recognised.gross,
    recognisedNet: recognised.net,
    usageGross: 0n,
    ...costs,
    costRoles: rule.costRoles,
  };
}

export function applyOverage(
  work: Draft,
  context: RecordContext,
  ruled: RuledOverage,
  isFirst: boolean,
): Portion {
  const { account, accountingMonth } = context;
  const { overage, rule } = ruled;
  const { counts, gross } = overage;
  work.tally.post(account.id, accountingMonth, 'usageCharged', gross, overage.currency);
  const costs = costsOf(context, counts);
  const beyond = overage.kind === 'overdraw';
  const key = overageKey(context, overage, rule);
  const own = { records: isFirst ? 1 : 0, counts, net: null, ...costs };
  work.tally.rollUp(key, { ...own, gross: beyond ? 0n : gross });
  if (beyond && gross !== 0n) giveBack(work, context, ruled);
  return {
    drawnMilli: 0n,
    recognisedGross: 0n,
    recognisedNet: 0n,
    usageGross: gross,
    ...costs,
    costRoles: rule.costRoles,
  };
}

/** Taking back what lies beyond a cap can lower what was charged below it: that is the tariff's, and was usage. */
function giveBack(work: Draft, context: RecordContext, { overage, tariffRule }: RuledOverage): void {
  const key = overageKey(context, overage.cap?.tariff ?? overage, tariffRule);
  work.tally.rollUp(key, { records: 0, gross: overage.gross, net: null });
}

/** Cumulative recognition moves by the difference, down as well as up; the grant's consumption moves with it. */
export function recogniseOn(grant: GrantState, milliTokens: bigint): PricePart {
  const part = partOfPrice(grant, milliTokens);
  grant.drawnMilli += milliTokens;
  if (milliTokens !== 0n) grant.isChanged = true;
  return part;
}

function bookDraw(
  work: Draft,
  context: RecordContext,
  grant: GrantState,
  milliTokens: bigint,
  recognised: { readonly gross: bigint; readonly net: bigint },
): void {
  const { account, accountingMonth, sequence } = context;
  if (grant.expiredMilli > 0n) reverseExpiry(work, account, grant, { sequence, milliTokens, ...recognised });
  work.tally.post(account.id, accountingMonth, 'tokensConsumed', milliTokens);
  work.tally.post(account.id, accountingMonth, 'packageConsumed', recognised.net, grant.plan.body.currency);
}

export function costsOf(context: RecordContext, counts: Counts): { vendorCost: bigint; computeCost: bigint } {
  return {
    vendorCost: costOf(context.vendorPrices, counts),
    computeCost: costOf(context.computePrices, counts),
  };
}

/** The line of settlement that a grant's part of the record adds to. */
export function packageKey(context: RecordContext, grant: GrantState, rule: SplitRuleInForce): RollupKey {
  return keyOf(context, rule, {
    planVersionId: grant.plan.id,
    channel: grant.channel,
    kind: 'package',
    currency: grant.plan.body.currency,
    paid: grant.priceGross > 0n,
  });
}

/** The line of settlement that an overage adds to. */
export function overageKey(context: RecordContext, overage: Overage, rule: SplitRuleInForce): RollupKey {
  return keyOf(context, rule, {
    planVersionId: overage.plan.id,
    channel: overage.channel,
    kind: overage.kind,
    currency: overage.currency,
    paid: true,
  });
}

export function keyOf(
  context: RecordContext,
  rule: SplitRuleInForce,
  own: Pick<RollupKey, 'planVersionId' | 'channel' | 'kind' | 'currency' | 'paid'>,
): RollupKey {
  const { record, usageMonth, accountingMonth } = context;
  return {
    usageMonth,
    accountingMonth,
    splitRuleVersionId: rule.versionId,
    model: record.model,
    vendor: record.vendor,
    computeOwner: record.computeOwner,
    chipKind: record.chipKind,
    ...own,
  };
}
