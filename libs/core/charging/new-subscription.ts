import type { Plan, Version } from '../catalogue';
import { localDayOfMonth, plusLocalDays, type Instant } from '../kernel';
import { closeDueAt, contractOf, isSettledAfterwards } from './contract/commitment-contract';
import type { AccountState, SubscriptionState } from './account-state';
import { pinsAtOrder } from './subscription/price-pin';

const FIRST_OF_MONTH = 1;

/**
 * A subscription under the account's next sequence number; nothing is granted yet. One that takes over from another
 * keeps its anchor day.
 */
export function newSubscription(
  account: AccountState,
  plan: Version<Plan>,
  startsAt: Instant,
  channel: string | null,
  /** What it takes over from another subscription, or from another system; else it follows from the plan. */
  kept?: { readonly anchorDay: number; readonly follows?: number },
): SubscriptionState {
  const id = account.nextSequence++;
  const onOrderDay = plan.body.cycleAnchor === 'order_day';
  const once = plan.body.role === 'pack' || plan.body.role === 'trial';
  const taken: SubscriptionState = {
    id,
    plan,
    channel,
    startsAt,
    endsAt: once ? plusLocalDays(account.zone, startsAt, plan.body.validityDays ?? 0) : null,
    anchorDay: kept?.anchorDay ?? (onOrderDay ? localDayOfMonth(account.zone, startsAt) : FIRST_OF_MONTH),
    nextCycle: 1,
    nextCycleAt: plan.body.role === 'package' ? startsAt : null,
    suspendedAt: null,
    follows: kept?.follows ?? null,
    pricePins: pinsAtOrder(plan.body, account, id, startsAt),
    isNew: true,
    isChanged: false,
  };
  return plan.body.commitment === undefined ? taken : committed(taken, account.zone);
}

/** A commitment ends with its last period. Its periods are granted as they begin, or closed some time after they end. */
function committed(taken: SubscriptionState, zone: string): SubscriptionState {
  const contract = contractOf(taken, zone);
  const { body } = taken.plan;
  return {
    ...taken,
    endsAt: contract.periods[contract.periods.length - 1]?.end ?? null,
    nextCycleAt: isSettledAfterwards(body) ? closeDueAt(contract, 0, body) : taken.startsAt,
  };
}
