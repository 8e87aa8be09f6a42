import type { AccountState, GrantState } from '../account-state';
import type { ChargingCatalogue } from '../catalogue-view';
import { grantCoefficients } from '../issue-grant';
import { isCapCounter, type CappedKind } from '../overage-cap';
import { planCharge, type ChargePlan } from '../plan-charge';
import { pinnedBefore } from '../subscription/price-pin';
import type { RatedRecord, RecordedDraw } from './rated-record';
import type { TierPositions } from '../tier-charge';

/** What there was of an account when a record was charged: what has a higher number came later. */
export function asOfRecord(account: AccountState, recordSequence: number): AccountState {
  return {
    ...account,
    subscriptions: account.subscriptions
      .filter(({ id }) => id < recordSequence)
      .map((one) => pinnedBefore(one, recordSequence)),
    grants: account.grants.filter(({ number }) => number < recordSequence),
  };
}

/**
 * Plans a record again from exactly the tokens that it drew, with its tier counters where they stand now. Takes nothing
 * from the account's grants.
 *
 * A grant that holds no more than it gave gives the same again: at each class the drawdown covers min(need,
 * ⌊left / coefficient⌋) tokens, and of a left between what it still has to give and what it had at first, both give the
 * number that was covered. A grant that gave nothing was not needed, or could not cover one whole token; with nothing
 * left it cannot either. What a grant has left to others since is neither drawn nor left, so that nobody is given it
 * again.
 */
export function planAsDrawn(
  account: AccountState,
  { recordSequence, rating }: Pick<RatedRecord, 'recordSequence' | 'rating'>,
  draws: readonly RecordedDraw[],
  catalogue: ChargingCatalogue,
  kept = cappedKindOf(rating),
): ChargePlan {
  const drawn = new Map(draws.map(({ grantNumber, milliTokens }) => [grantNumber, milliTokens]));
  const there = asOfRecord(account, recordSequence);
  const grants = there.grants.map(
    (grant): GrantState => ({
      ...grant,
      coefficients: grantCoefficients(grant.plan.body, grant.coefficientVersionId, catalogue),
      leftMilli: drawn.get(grant.number) ?? 0n,
    }),
  );
  const plan = planCharge({ ...there, grants }, rating.record, catalogue, kept);
  if ('reason' in plan) throw new Error(`${nameOf(rating)} is refused: ${plan.reason} ${plan.detail}`);
  const again = plan.drawdown.draws.map(({ grant, milliTokens }) => `${grant.number}:${milliTokens}`);
  const recorded = draws.map(({ grantNumber, milliTokens }) => `${grantNumber}:${milliTokens}`);
  if (again.sort().join() !== recorded.sort().join())
    throw new Error(`${nameOf(rating)} draws ${again.join()} instead of ${recorded.join()}`);
  return ofRealGrants(plan, account);
}

export interface PlanAtTheTop {
  readonly plan: ChargePlan;
  /** Where the tier counters stand without the record. */
  readonly below: TierPositions;
}

/**
 * As {@link planAsDrawn}, as if the record were what moved its counters last. Moves nothing. A cap counts what tiers
 * charge, and that is known only once their counters are where they stand without the record.
 */
export function planAtTheTop(account: AccountState, rated: RatedRecord): PlanAtTheTop {
  const planAt = (counters: AccountState['counters']): ChargePlan =>
    planAsDrawn({ ...account, counters }, rated, rated.draws, rated.catalogue);
  const plan = planAt(account.counters);
  const below = movesOf(account, plan).map(([key, moved]) => [key, lowered(account, key, moved)] as const);
  if (below.length === 0) return { plan, below };
  const counters = new Map([...account.counters, ...below]);
  const first = planAt(counters);
  if (first.overages.every(({ overage }) => overage.cap === undefined)) return { plan: first, below };
  const moves = movesOf({ ...account, counters }, first);
  const exact = moves.map(([key, moved]) => [key, lowered(account, key, moved)] as const);
  return { plan: planAt(new Map([...account.counters, ...exact])), below: exact };
}

/** What the part of a rating that a cap limits is called: what lies beyond one names no tariff. */
export const cappedKindOf = ({ basePlanVersionId }: RatedRecord['rating']): CappedKind =>
  basePlanVersionId === null ? 'overdraw' : 'usage';

/** How far a plan made at the account's counters moves each of them. */
export function movesOf(account: AccountState, { positions }: ChargePlan): TierPositions {
  return positions.map(([key, after]) => [key, after - (account.counters.get(key) ?? 0n)]);
}

export function lowered(account: AccountState, key: string, moved: bigint): bigint {
  const quantity = (account.counters.get(key) ?? 0n) - moved;
  // What tiers rated is taken back at today's value, which may be more than the window of a cap has counted.
  if (quantity < 0n && !isCapCounter(key))
    throw new Error(`counter ${key} of account ${account.id} falls below nothing`);
  return quantity;
}

function ofRealGrants(plan: ChargePlan, account: AccountState): ChargePlan {
  const real = new Map(account.grants.map((grant) => [grant.number, grant]));
  const draws = plan.drawdown.draws.map((draw) => ({
    ...draw,
    grant: real.get(draw.grant.number) as GrantState,
  }));
  return { ...plan, drawdown: { ...plan.drawdown, draws } };
}

const nameOf = ({ accountId, sequence }: RatedRecord['rating']): string =>
  `rating ${sequence} of account ${accountId}`;
