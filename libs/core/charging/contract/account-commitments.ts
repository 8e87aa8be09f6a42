import { canMatchTheSame } from '../../catalogue';
import type { Instant, Period } from '../../kernel';
import type { AccountState, SubscriptionState } from '../account-state';
import { contractOf, isSettledAfterwards } from './commitment-contract';

/** The take-or-pay or spend contract that names the model at the instant: an account has at most one. */
export function commitmentAt(
  account: AccountState,
  model: string,
  at: Instant,
): SubscriptionState | undefined {
  for (const one of account.subscriptions) {
    if (one.plan.body.commitment === undefined || !isSettledAfterwards(one.plan.body)) continue;
    if (one.startsAt > at || (one.endsAt !== null && at >= one.endsAt)) continue;
    if (contractOf(one, account.zone).matchesModel(model)) return one;
  }
  return undefined;
}

/**
 * A contract that could name the same model at the same instant as one that is about to be taken up: with two, chance
 * would decide. What is prepaid is a grant, of which an account may have any number.
 */
export function overlappingCommitment(
  account: AccountState,
  taken: SubscriptionState,
): SubscriptionState | undefined {
  if (!isSettledAfterwards(taken.plan.body)) return undefined;
  return account.subscriptions.find(
    (one) =>
      isSettledAfterwards(one.plan.body) &&
      one.startsAt < (taken.endsAt ?? Infinity) &&
      taken.startsAt < (one.endsAt ?? Infinity) &&
      nameTheSame(one, taken),
  );
}

const modelsOf = ({ plan }: SubscriptionState): readonly string[] => plan.body.commitment?.models ?? [];

const nameTheSame = (one: SubscriptionState, other: SubscriptionState): boolean =>
  modelsOf(one).some((a) => modelsOf(other).some((b) => canMatchTheSame(a, b)));

/**
 * The instants that commitments book to besides those of the change: the ends of periods that are due to be closed,
 * and, where usage comes for a period that is closed, of every later one that is. Undefined where there are none.
 */
export function commitmentSpan(
  account: AccountState,
  from: Instant,
  until: Instant,
): { readonly from: Instant; readonly until: Instant } | undefined {
  let span: { from: Instant; until: Instant } | undefined;
  for (const one of account.subscriptions) {
    if (!isSettledAfterwards(one.plan.body)) continue;
    const { periods } = contractOf(one, account.zone);
    const closed = one.nextCycle - 1;
    const isDue = one.nextCycleAt !== null && one.nextCycleAt <= until;
    span ??= { from, until };
    if (isDue) span.from = Math.min(span.from, lastInstantOf(periods[closed]));
    if (closed > 0) span.until = Math.max(span.until, lastInstantOf(periods[closed - 1]));
  }
  return span;
}

const lastInstantOf = (period: Period | undefined): Instant => (period as Period).end - 1;
