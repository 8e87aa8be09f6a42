import type { Instant, Result } from '../../kernel';
import type { AccountState } from '../account-state';
import type { ChargingCatalogue } from '../catalogue-view';
import type { ChargeDecision } from '../decision';
import { draft, finish, type Draft, type Months } from '../draft';
import { cancelPlanChange, changePlan } from './change-plan';
import { endSubscription, resumeSubscription } from './end-subscription';
import { pinPrices } from './pin-prices';
import { renewPack } from './renew-pack';
import type { SubscriptionAction, SubscriptionChange } from './subscription-change';
import type { SubscriptionRefusal } from './subscription-refusal';
import { reactivateSubscription, suspendSubscription } from './suspend-subscription';

/** What a change of a subscription decided, or why it is refused: then nothing else is in it. */
export interface SubscriptionDecision extends ChargeDecision {
  readonly outcome: Result<SubscriptionChange, SubscriptionRefusal>;
}

export interface Circumstances {
  readonly catalogue: ChargingCatalogue;
  readonly months: Months;
  readonly now: Instant;
}

/** Changes a subscription of the account, in place. Cycles that are due by now are granted first. */
export function decideChange(
  account: AccountState,
  subscriptionId: number,
  action: SubscriptionAction,
  { catalogue, months, now }: Circumstances,
): SubscriptionDecision {
  const work = draft(catalogue, months);
  const outcome = changeSubscription(work, account, subscriptionId, action, now);
  return { ...finish(work), outcome };
}

export function changeSubscription(
  work: Draft,
  account: AccountState,
  subscriptionId: number,
  action: SubscriptionAction,
  now: Instant,
): Result<SubscriptionChange, SubscriptionRefusal> {
  switch (action.kind) {
    case 'ended':
      return endSubscription(work, account, subscriptionId, action.when, now);
    case 'resumed':
      return resumeSubscription(work, account, subscriptionId, now);
    case 'suspended':
      return suspendSubscription(work, account, subscriptionId, now);
    case 'reactivated':
      return reactivateSubscription(work, account, subscriptionId, now);
    case 'plan_changed': {
      const plan = work.catalogue.plan(action.planVersionId);
      return changePlan(work, account, { ...action, subscriptionId, plan }, now);
    }
    case 'plan_change_cancelled':
      return cancelPlanChange(work, account, subscriptionId, now);
    case 'renewed': {
      const plan = work.catalogue.plan(action.planVersionId);
      return renewPack(work, account, { ...action, subscriptionId, plan }, now);
    }
    case 'prices_pinned':
      return pinPrices(work, account, { ...action, subscriptionId }, now);
  }
}
