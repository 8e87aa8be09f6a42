import { inBurnOrder } from '../entitlement';
import type { Instant } from '../kernel';
import type { AccountState, SubscriptionState } from './account-state';
import type { ChargingCatalogue } from './catalogue-view';
import { applyRenewals } from './decide';
import type { ChargeDecision } from './decision';
import { draft, finish, type Draft, type Months } from './draft';
import { newGrant, packTerms } from './issue-grant';
import { postIssue } from './post-grant';

/**
 * What taking up a subscription does at once: a pack or trial is granted whole; a package's cycles are granted as
 * far as `now`; a base tariff grants nothing.
 */
export function takeUp(
  account: AccountState,
  subscription: SubscriptionState,
  now: Instant,
  catalogue: ChargingCatalogue,
  months: Months,
): ChargeDecision {
  const work = draft(catalogue, months);
  takeUpWithin(work, account, subscription);
  applyRenewals(work, account, Math.max(now, subscription.startsAt));
  return finish(work);
}

/** Without the cycles that are due by then. */
export function takeUpWithin(work: Draft, account: AccountState, subscription: SubscriptionState): void {
  account.subscriptions.push(subscription);
  const plan = subscription.plan.body;
  if (plan.role === 'pack' || plan.role === 'trial') {
    const terms = packTerms(plan, account.zone, subscription.startsAt);
    const grant = newGrant(account, subscription, 1, terms, work.catalogue);
    account.grants.push(grant);
    account.grants.sort(inBurnOrder);
    postIssue(work, account, grant);
  }
}

/** Writes the cycles that begin up to `until` ahead of their first record. */
export function renewAhead(
  accounts: Iterable<AccountState>,
  until: Instant,
  catalogue: ChargingCatalogue,
  months: Months,
): ChargeDecision {
  const work = draft(catalogue, months);
  for (const account of accounts) applyRenewals(work, account, until);
  return finish(work);
}
