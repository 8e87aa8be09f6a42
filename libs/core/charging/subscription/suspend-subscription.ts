import { ok, type Instant, type Result } from '../../kernel';
import type { AccountState, SubscriptionState } from '../account-state';
import { applyRenewals } from '../decide';
import type { Draft } from '../draft';
import { hasEnded, refused, runningOf } from './found-subscription';
import { recordChange } from './record-change';
import type { SubscriptionChange } from './subscription-change';
import type { SubscriptionRefusal } from './subscription-refusal';

type Changed = Result<SubscriptionChange, SubscriptionRefusal>;

/**
 * Suspends a package or a base tariff: no further cycle is granted. Cycles that are due by `now` are granted first, and
 * what is granted stays usable: what happened is always charged.
 */
export function suspendSubscription(
  work: Draft,
  account: AccountState,
  subscriptionId: number,
  now: Instant,
): Changed {
  const found = runningOf(account, subscriptionId);
  if (!found.ok) return found;
  const running = found.value;
  if (hasEnded(running, now)) return refused('already_ended');
  if (running.startsAt > now) return refused('not_begun');
  if (running.suspendedAt !== null) return refused('already_suspended');
  applyRenewals(work, account, now);
  running.suspendedAt = now;
  return ok(recordChange(work, account, running, 'suspended'));
}

/**
 * Takes a suspension back. While the granted period still runs, cycles go on as they were; later, the cycles that were
 * missed are never granted nor charged, and the next one begins now, to the end of the anchor's running period.
 */
export function reactivateSubscription(
  work: Draft,
  account: AccountState,
  subscriptionId: number,
  now: Instant,
): Changed {
  const found = runningOf(account, subscriptionId);
  if (!found.ok) return found;
  const suspended = found.value;
  if (suspended.suspendedAt === null) return refused('not_suspended');
  if (hasEnded(suspended, now)) return refused('already_ended');
  applyRenewals(work, account, now);
  suspended.suspendedAt = null;
  skipMissed(suspended, now);
  const change = recordChange(work, account, suspended, 'reactivated');
  applyRenewals(work, account, now);
  return ok(change);
}

function skipMissed(suspended: SubscriptionState, now: Instant): void {
  const { nextCycleAt } = suspended;
  if (nextCycleAt !== null && nextCycleAt < now) suspended.nextCycleAt = now;
}
