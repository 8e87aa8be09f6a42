import { ok, type Instant, type Result } from '../../kernel';
import type { AccountState } from '../account-state';
import { applyRenewals } from '../decide';
import type { Draft } from '../draft';
import { inAnotherCurrency } from '../other-currency';
import { hasEnded, periodEnd, refused, runningOf, subscriptionOf, successorOf } from './found-subscription';
import { recordChange } from './record-change';
import type { EndOfSubscription, SubscriptionChange } from './subscription-change';
import type { SubscriptionRefusal } from './subscription-refusal';

type Changed = Result<SubscriptionChange, SubscriptionRefusal>;

/**
 * Ends a subscription. What is granted stays: it was paid, and can be used until it expires; no further cycle is
 * granted. Cycles that are due by `now` are granted first.
 */
export function endSubscription(
  work: Draft,
  account: AccountState,
  subscriptionId: number,
  when: EndOfSubscription,
  now: Instant,
): Changed {
  const found = runningOf(account, subscriptionId);
  if (!found.ok) return found;
  const ending = found.value;
  if (ending.endsAt !== null) return refused('already_ended');
  applyRenewals(work, account, now);
  const endsAt = when === 'now' ? now : periodEnd(account, ending, now);
  // What was to begin later ends as it begins.
  ending.endsAt = Math.max(endsAt, ending.startsAt + 1);
  ending.nextCycleAt = null;
  return ok(recordChange(work, account, ending, 'ended', { ends: when }));
}

/** Takes back an end that is still to come: cycles go on where they would have stopped. */
export function resumeSubscription(
  work: Draft,
  account: AccountState,
  subscriptionId: number,
  now: Instant,
): Changed {
  const found = subscriptionOf(account, subscriptionId);
  if (!found.ok) return found;
  const ending = found.value;
  const { role } = ending.plan.body;
  if (ending.endsAt === null || (role !== 'package' && role !== 'base')) return refused('not_ending');
  if (hasEnded(ending, now)) return refused('already_ended');
  if (successorOf(account, subscriptionId) !== undefined) return refused('change_is_planned');
  const foreign = inAnotherCurrency(account, { ...ending, endsAt: null });
  if (foreign !== undefined) return refused('other_currency');
  const next = ending.nextCycle === 1 ? ending.startsAt : ending.endsAt;
  ending.nextCycleAt = role === 'package' ? next : null;
  ending.endsAt = null;
  return ok(recordChange(work, account, ending, 'resumed'));
}
