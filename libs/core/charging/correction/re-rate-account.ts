import type { AccountState } from '../account-state';
import { executeCharge } from '../charge-record';
import type { CorrectionDecision, Corrected } from './correct';
import type { ChargedRecord } from '../decision';
import { draft, finish, type Draft } from '../draft';
import { planAsDrawn } from './plan-again';
import type { CappedKind } from '../overage-cap';
import type { ChargeRefusal } from '../plan-charge';
import type { Correction, RatedRecord, RecordedDraw } from './rated-record';
import { simulate, type PlannedRating, type Simulated } from './re-rate-simulation';
import { isSameRating } from './same-rating';
import { reverseRating } from './void-record';

/** A record that another catalogue, or other records beside it, rates in another way. */
export interface RatingDifference {
  readonly rated: RatedRecord;
  /** What it draws from now on. */
  readonly draws: readonly RecordedDraw[];
  readonly reversal: ChargedRecord;
  readonly reRating: ChargedRecord;
}

/** A record that the catalogue in force would not charge: it keeps its rating. */
export interface KeptRating extends ChargeRefusal {
  readonly rated: RatedRecord;
}

export interface ReRateDecision extends CorrectionDecision {
  readonly differences: readonly RatingDifference[];
  readonly kept: readonly KeptRating[];
}

/**
 * Rates records of one account anew, in the order in which they were charged, with the catalogue in force: `rated` has
 * the ratings in force of those that are to be looked at, by their own sequence numbers. A name that a record was
 * reported by is looked up anew, so that it may come out as another model. What comes out as it was gets no entries. Of
 * the others first all ratings are taken back, the latest first, then the new ones stated, so that no grant is asked
 * for more than it holds. Running it again finds nothing.
 */
export function reRate(
  { accounts, catalogue, months, now }: Corrected,
  accountId: number,
  rated: readonly RatedRecord[],
): ReRateDecision {
  const account = accounts.get(accountId);
  if (account === undefined) throw new Error(`account ${accountId} is not loaded`);
  const work = draft(catalogue, months);
  const simulated = simulate(account, rated, catalogue);
  const changed = simulated.flatMap((one) => changeOf(one) ?? []);
  const reversals = new Map<RatedRecord, Correction>();
  for (const { rated: one } of changed.toReversed())
    reversals.set(one, reverseRating(work, account, one, now));
  const differences = changed.map((change): RatingDifference => {
    const { rated: one, draws } = change;
    const reRating = chargeAsPlanned(work, account, change);
    return { rated: one, draws, reversal: (reversals.get(one) as Correction).rating, reRating };
  });
  return {
    ...finish(work),
    corrections: [...reversals.values(), ...differences.map(reRatingOf)],
    differences,
    kept: simulated.flatMap(({ rated: one, after }) => ('reason' in after ? { rated: one, ...after } : [])),
  };
}

interface Change {
  readonly rated: RatedRecord;
  readonly draws: readonly RecordedDraw[];
  /** What it is called where a cap limits it. */
  readonly kind: CappedKind | undefined;
}

function changeOf({ rated, before, after }: Simulated): Change | undefined {
  if ('reason' in after || isSameRating(before, after, rated.rating.record.counts)) return undefined;
  const capped = after.plan.overages.find(({ overage }) => overage.cap !== undefined);
  return { rated, draws: drawsOf(after), kind: capped?.overage.kind };
}

const drawsOf = ({ plan }: PlannedRating): RecordedDraw[] =>
  plan.drawdown.draws.map(({ grant, milliTokens }) => ({ grantNumber: grant.number, milliTokens }));

/** As the simulation drew, and called what a cap limits; tiers, caps and commitments charge from where they really stand. */
function chargeAsPlanned(work: Draft, account: AccountState, { rated, draws, kind }: Change): ChargedRecord {
  const plan = planAsDrawn(account, rated, draws, work.catalogue, kind);
  for (const { grant, milliTokens } of plan.drawdown.draws) grant.leftMilli -= milliTokens;
  return executeCharge(work, account, plan);
}

const reRatingOf = ({ rated, reRating }: RatingDifference): Correction => ({
  kind: 're_rating',
  recordSequence: rated.recordSequence,
  reversedSequence: null,
  rating: reRating,
});
