import type { AccountState } from '../account-state';
import type { ChargingCatalogue } from '../catalogue-view';
import { costPrices, type CostPrices } from '../cost-prices';
import { grantCoefficients } from '../issue-grant';
import { asOfRecord, movesOf, planAtTheTop } from './plan-again';
import { planCharge, type ChargePlan, type ChargeRefusal } from '../plan-charge';
import type { RatedRecord } from './rated-record';
import { moveCounters, type TierPositions } from '../tier-charge';

/** A way to charge a record, and what besides the account's grants it depends on. */
export interface PlannedRating {
  readonly plan: ChargePlan;
  /** How far it moves each tier counter. */
  readonly moves: TierPositions;
  readonly vendorPrices: CostPrices;
  readonly computePrices: CostPrices;
}

export interface Simulated {
  readonly rated: RatedRecord;
  readonly before: PlannedRating;
  /** What the catalogue refuses keeps its rating. */
  readonly after: PlannedRating | ChargeRefusal;
}

/**
 * Plays the records of an account again on a copy of it, in the order in which they were charged, with another
 * catalogue: first everything that they drew and counted is undone, the last first, then each is planned anew. A
 * record sees only grants and subscriptions that came before it. What is refused holds on to what it drew: then all is
 * played again with that left where it is, until no more is refused.
 */
export function simulate(
  account: AccountState,
  rated: readonly RatedRecord[],
  catalogue: ChargingCatalogue,
): Simulated[] {
  const refused = new Map<RatedRecord, Simulated>();
  for (;;) {
    const played = play(
      account,
      rated.filter((one) => !refused.has(one)),
      catalogue,
    );
    const more = played.filter(({ after }) => 'reason' in after);
    for (const one of more) refused.set(one.rated, one);
    if (more.length > 0) continue;
    const all = new Map([...refused.values(), ...played].map((one) => [one.rated, one]));
    return rated.map((one) => all.get(one) as Simulated);
  }
}

function play(
  account: AccountState,
  rated: readonly RatedRecord[],
  catalogue: ChargingCatalogue,
): Simulated[] {
  const copy = copyOf(account, catalogue);
  const before = new Map(rated.toReversed().map((one) => [one, undo(copy, one)]));
  return rated.map((one) => ({
    rated: one,
    before: before.get(one) as PlannedRating,
    after: redo(copy, one, catalogue),
  }));
}

/** Grants keep the coefficients that they were issued with, or follow the table as this catalogue has it. */
const copyOf = (account: AccountState, catalogue: ChargingCatalogue): AccountState => ({
  ...account,
  grants: account.grants.map((grant) => ({
    ...grant,
    coefficients: grantCoefficients(grant.plan.body, grant.coefficientVersionId, catalogue),
  })),
  counters: new Map(account.counters),
  changedCounters: new Set(),
});

function undo(copy: AccountState, rated: RatedRecord): PlannedRating {
  const { plan, below } = planAtTheTop(copy, rated);
  const moves = below.map(([key, quantity]) => [key, (copy.counters.get(key) ?? 0n) - quantity] as const);
  for (const { grant, milliTokens } of plan.drawdown.draws) grant.leftMilli += milliTokens;
  moveCounters(copy, below);
  return { plan, moves, ...pricesOf(plan, rated.catalogue) };
}

function redo(
  copy: AccountState,
  { rating, recordSequence }: RatedRecord,
  catalogue: ChargingCatalogue,
): PlannedRating | ChargeRefusal {
  const plan = planCharge(asOfRecord(copy, recordSequence), rating.record, catalogue);
  if ('reason' in plan) return plan;
  const moves = movesOf(copy, plan);
  moveCounters(copy, plan.positions);
  return { plan, moves, ...pricesOf(plan, catalogue) };
}

const pricesOf = (
  { record, currency }: ChargePlan,
  catalogue: ChargingCatalogue,
): Pick<PlannedRating, 'vendorPrices' | 'computePrices'> => ({
  vendorPrices: costPrices(record.vendor, record, catalogue, currency),
  computePrices: costPrices(record.computeOwner, record, catalogue, currency),
});
