import { ok, periodContaining, refuse, type Instant, type Result } from '../kernel';
import type { AccountState, SubscriptionState } from './account-state';
import { applyRenewals } from './decide';
import type { ChargeDecision, EndOfSubscription, SubscriptionChange } from './decision';
import { draft, finish, type Draft, type Months } from './draft';
import type { ChargingCatalogue } from './catalogue-view';

export type EndRefusal =
  | { readonly code: 'unknown_subscription' }
  /** It is granted once and ends by itself. */
  | { readonly code: 'ends_by_itself' }
  /** A contract ends with its last period. */
  | { readonly code: 'bound_by_contract' }
  | { readonly code: 'already_ended' };

export type ResumeRefusal =
  | { readonly code: 'unknown_subscription' }
  /** No end is set that could be taken back. */
  | { readonly code: 'not_ending' }
  /** It has ended; taking the plan up again is an order. */
  | { readonly code: 'already_ended' };

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
): Result<SubscriptionChange, EndRefusal> {
  const found = account.subscriptions.find((one) => one.id === subscriptionId);
  const refusal = refusedEnd(found);
  if (found === undefined || refusal !== undefined)
    return refuse(refusal ?? { code: 'unknown_subscription' });
  applyRenewals(work, account, now);
  const endsAt = when === 'now' ? now : periodEnd(account, found, now);
  // What was to begin later ends as it begins.
  found.endsAt = Math.max(endsAt, found.startsAt + 1);
  found.nextCycleAt = null;
  return ok(change(work, account, found, { kind: 'ended', ends: when }));
}

/** Takes back an end that is still to come: cycles go on where they would have stopped. */
export function resumeSubscription(
  work: Draft,
  account: AccountState,
  subscriptionId: number,
  now: Instant,
): Result<SubscriptionChange, ResumeRefusal> {
  const found = account.subscriptions.find((one) => one.id === subscriptionId);
  if (found === undefined) return refuse({ code: 'unknown_subscription' });
  const { role } = found.plan.body;
  if (found.endsAt === null || (role !== 'package' && role !== 'base')) return refuse({ code: 'not_ending' });
  if (found.endsAt <= now) return refuse({ code: 'already_ended' });
  const next = found.nextCycle === 1 ? found.startsAt : found.endsAt;
  found.nextCycleAt = role === 'package' ? next : null;
  found.endsAt = null;
  return ok(change(work, account, found, { kind: 'resumed', ends: null }));
}

/** What a change of a subscription decided, or why it is refused: then nothing else is in it. */
export interface SubscriptionDecision<R> extends ChargeDecision {
  readonly outcome: Result<SubscriptionChange, R>;
}

export interface SubscriptionToEnd {
  readonly subscriptionId: number;
  readonly when: EndOfSubscription;
}

export interface Circumstances {
  readonly catalogue: ChargingCatalogue;
  readonly months: Months;
  readonly now: Instant;
}

export function decideEnd(
  account: AccountState,
  { subscriptionId, when }: SubscriptionToEnd,
  { catalogue, months, now }: Circumstances,
): SubscriptionDecision<EndRefusal> {
  const work = draft(catalogue, months);
  const outcome = endSubscription(work, account, subscriptionId, when, now);
  return { ...finish(work), outcome };
}

export function decideResume(
  account: AccountState,
  subscriptionId: number,
  { catalogue, months, now }: Circumstances,
): SubscriptionDecision<ResumeRefusal> {
  const work = draft(catalogue, months);
  const outcome = resumeSubscription(work, account, subscriptionId, now);
  return { ...finish(work), outcome };
}

function refusedEnd(found: SubscriptionState | undefined): EndRefusal | undefined {
  if (found === undefined) return { code: 'unknown_subscription' };
  const { role } = found.plan.body;
  if (role === 'pack' || role === 'trial') return { code: 'ends_by_itself' };
  if (role === 'commitment') return { code: 'bound_by_contract' };
  return found.endsAt === null ? undefined : { code: 'already_ended' };
}

/** A package is granted as far as its next cycle; a base tariff is cut with the account's months. */
function periodEnd(account: AccountState, subscription: SubscriptionState, now: Instant): Instant {
  const { nextCycleAt, startsAt } = subscription;
  return nextCycleAt ?? periodContaining(account.zone, account.anchorDay, Math.max(now, startsAt)).end;
}

function change(
  work: Draft,
  account: AccountState,
  subscription: SubscriptionState,
  made: Pick<SubscriptionChange, 'kind' | 'ends'>,
): SubscriptionChange {
  subscription.isChanged = true;
  const changed: SubscriptionChange = {
    accountId: account.id,
    sequence: account.nextSequence++,
    subscriptionId: subscription.id,
    ...made,
    endsAt: subscription.endsAt,
  };
  work.subscriptionChanges.push(changed);
  return changed;
}
