import type { Plan, Version } from '../catalogue';
import { localDayOfMonth, plusLocalDays, type Instant } from '../kernel';
import type { AccountState, SubscriptionState } from './account-state';

const FIRST_OF_MONTH = 1;

/** A subscription under the account's next sequence number; nothing is granted yet. */
export function newSubscription(
  account: AccountState,
  plan: Version<Plan>,
  startsAt: Instant,
  channel: string | null,
): SubscriptionState {
  const renews = plan.body.role === 'package';
  const onOrderDay = plan.body.cycleAnchor === 'order_day';
  const once = plan.body.role === 'pack' || plan.body.role === 'trial';
  return {
    id: account.nextSequence++,
    plan,
    channel,
    startsAt,
    endsAt: once ? plusLocalDays(account.zone, startsAt, plan.body.validityDays ?? 0) : null,
    anchorDay: onOrderDay ? localDayOfMonth(account.zone, startsAt) : FIRST_OF_MONTH,
    nextCycle: 1,
    nextCycleAt: renews ? startsAt : null,
    isNew: true,
    isChanged: false,
  };
}
