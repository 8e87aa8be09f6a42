import type { Plan } from '../catalogue';
import type { Instant } from '../kernel';
import type { AccountState, SubscriptionState } from './account-state';
import type { Draft } from './draft';

/** Whether one of the plans that this one may only be held beside runs at the instant; so does all that needs none. */
export function isHeld({ subscriptions }: AccountState, { eligibility }: Plan, at: Instant): boolean {
  const needed = eligibility?.holds;
  return (
    needed === undefined ||
    subscriptions.some(
      ({ plan, startsAt, endsAt }) =>
        needed.includes(plan.code) && startsAt <= at && (endsAt === null || at < endsAt),
    )
  );
}

/**
 * Ends an add-on where its next cycle would begin and nothing that it is an addition to runs any more: under a number
 * of the account's sequence, so that what came before and after it can be told.
 */
export function lapse(work: Draft, account: AccountState, due: SubscriptionState): void {
  const at = due.nextCycleAt as Instant;
  // What was to begin there ends as it begins.
  due.endsAt = Math.max(at, due.startsAt + 1);
  due.nextCycleAt = null;
  due.isChanged = true;
  const place = { accountId: account.id, sequence: account.nextSequence++, subscriptionId: due.id };
  work.lapses.push({ ...place, endsAt: due.endsAt });
}
