import type { Plan, Version } from '../../catalogue';
import { inBurnOrder } from '../../entitlement';
import { ok, type Instant, type Result } from '../../kernel';
import type { AccountState, SubscriptionState } from '../account-state';
import { applyRenewals } from '../decide';
import type { Draft } from '../draft';
import { newGrant, type SoldTerms } from '../issue-grant';
import { newSubscription } from '../new-subscription';
import { postIssue } from '../post-grant';
import { hasEnded, periodEnd, refused, runningOf, successorOf } from './found-subscription';
import { differenceTerms } from './plan-difference';
import { recordChange } from './record-change';
import type { EndOfSubscription, SubscriptionChange } from './subscription-change';
import type { SubscriptionRefusal } from './subscription-refusal';

type Changed = Result<SubscriptionChange, SubscriptionRefusal>;

export interface ChangeOfPlan {
  readonly subscriptionId: number;
  readonly when: EndOfSubscription;
  readonly plan: Version<Plan>;
  readonly channel: string | null;
}

/** The difference that is sold for the rest of the running cycle comes before the first cycle of the new plan. */
const BEFORE_THE_FIRST = 0;

/**
 * Ends a subscription with what is granted, and has one of another plan begin there, with the same anchor day. At once,
 * a package's difference is sold for the rest of the running cycle beside that, and a base tariff gives way now.
 * Cycles that are due by `now` are granted first.
 */
export function changePlan(work: Draft, account: AccountState, asked: ChangeOfPlan, now: Instant): Changed {
  const found = runningOf(account, asked.subscriptionId);
  if (!found.ok) return found;
  const old = found.value;
  const refusal = refusedChange(account, old, asked.plan, now);
  if (refusal !== undefined) return refused(refusal);
  const isPackage = old.plan.body.role === 'package';
  const difference = isPackage && asked.when === 'now' ? upgrade(account, old, asked.plan.body, now) : null;
  if (typeof difference === 'string') return refused(difference);
  applyRenewals(work, account, now);
  old.endsAt = asked.when === 'now' && !isPackage ? now : periodEnd(account, old, now);
  old.nextCycleAt = null;
  const change = handOver(work, account, old, asked);
  if (difference !== null) sell(work, account, difference);
  return ok(change);
}

function refusedChange(
  account: AccountState,
  old: SubscriptionState,
  plan: Version<Plan>,
  now: Instant,
): SubscriptionRefusal['code'] | undefined {
  if (hasEnded(old, now)) return 'already_ended';
  if (successorOf(account, old.id) !== undefined) return 'change_is_planned';
  if (old.endsAt !== null) return 'already_ended';
  if (old.startsAt >= now) return 'not_begun';
  if (old.suspendedAt !== null) return 'suspended';
  if (plan.body.role !== old.plan.body.role) return 'another_role';
  if (plan.id === old.plan.id) return 'same_plan';
  return plan.body.currency === old.plan.body.currency ? undefined : 'other_currency';
}

/** Looked at before anything is done: cycles that are due by now end with the anchor's running period. */
function upgrade(
  { zone }: AccountState,
  { plan, anchorDay, nextCycleAt }: SubscriptionState,
  sold: Plan,
  now: Instant,
): SoldTerms | SubscriptionRefusal['code'] {
  const terms = differenceTerms(plan.body, sold, { zone, anchorDay, now });
  if (terms === undefined) return 'not_an_upgrade';
  return nextCycleAt !== null && nextCycleAt > terms.expiresAt ? 'granted_ahead' : terms;
}

function handOver(
  work: Draft,
  account: AccountState,
  old: SubscriptionState,
  { when, plan, channel }: ChangeOfPlan,
): SubscriptionChange {
  const successorId = account.nextSequence + 1;
  const said = { ends: when, successorId, planVersionId: plan.id, channel };
  const change = recordChange(work, account, old, 'plan_changed', said);
  const kept = { anchorDay: old.anchorDay, follows: old.id };
  account.subscriptions.push(newSubscription(account, plan, old.endsAt as Instant, channel, kept));
  return change;
}

function sell(work: Draft, account: AccountState, terms: SoldTerms): void {
  const successor = account.subscriptions[account.subscriptions.length - 1] as SubscriptionState;
  const sold = { ...terms, origin: 'plan_change' } as const;
  const grant = newGrant(account, successor, BEFORE_THE_FIRST, sold, work.catalogue);
  account.grants.push(grant);
  account.grants.sort(inBurnOrder);
  postIssue(work, account, grant);
}

/**
 * Takes back a change of plan that has not begun: the subscription that waited is dropped, and the old one runs on. Not
 * once anything was granted by the new plan.
 */
export function cancelPlanChange(
  work: Draft,
  account: AccountState,
  subscriptionId: number,
  now: Instant,
): Changed {
  const found = runningOf(account, subscriptionId);
  if (!found.ok) return found;
  const old = found.value;
  const waiting = successorOf(account, subscriptionId);
  if (waiting === undefined || old.endsAt === null) return refused('no_change_planned');
  const isGranted = account.grants.some((grant) => grant.subscriptionId === waiting.id);
  if (waiting.startsAt <= now || isGranted) return refused('already_begun');
  // Before it began: it never ran.
  waiting.endsAt = waiting.startsAt;
  waiting.nextCycleAt = null;
  waiting.isChanged = true;
  old.nextCycleAt = old.plan.body.role === 'package' ? old.endsAt : null;
  old.endsAt = null;
  return ok(recordChange(work, account, old, 'plan_change_cancelled', { successorId: waiting.id }));
}
