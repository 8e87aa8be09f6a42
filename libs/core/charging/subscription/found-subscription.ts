import { periodContaining, refuse, type Instant, type Result } from '../../kernel';
import type { AccountState, SubscriptionState } from '../account-state';
import type { SubscriptionRefusal } from './subscription-refusal';

export const refused = (code: SubscriptionRefusal['code']): { ok: false; refusal: SubscriptionRefusal } =>
  refuse({ code });

export function subscriptionOf(
  account: AccountState,
  id: number,
): Result<SubscriptionState, SubscriptionRefusal> {
  const found = account.subscriptions.find((one) => one.id === id);
  return found === undefined ? refused('unknown_subscription') : { ok: true, value: found };
}

/** A package or a base tariff: what runs on until somebody ends it. */
export function runningOf(account: AccountState, id: number): Result<SubscriptionState, SubscriptionRefusal> {
  const found = subscriptionOf(account, id);
  if (!found.ok) return found;
  const { role } = found.value.plan.body;
  if (role === 'pack' || role === 'trial') return refused('ends_by_itself');
  return role === 'commitment' ? refused('bound_by_contract') : found;
}

/** Also what was dropped before it began, whose end is its beginning. */
export const hasEnded = ({ startsAt, endsAt }: SubscriptionState, now: Instant): boolean =>
  endsAt !== null && (endsAt <= now || endsAt <= startsAt);

/** The subscription that takes over from this one, unless it was dropped. */
export const successorOf = (account: AccountState, id: number): SubscriptionState | undefined =>
  account.subscriptions.findLast(
    (one) => one.follows === id && (one.endsAt === null || one.endsAt > one.startsAt),
  );

/** A package is granted as far as its next cycle; a base tariff is cut with the account's months. */
export function periodEnd(account: AccountState, subscription: SubscriptionState, now: Instant): Instant {
  const { nextCycleAt, startsAt } = subscription;
  return nextCycleAt ?? periodContaining(account.zone, account.anchorDay, Math.max(now, startsAt)).end;
}
