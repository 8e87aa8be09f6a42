import { periodContaining, type Instant } from '../kernel';
import { inBurnOrder } from '../entitlement';
import type { AccountState, GrantState, SubscriptionState } from './account-state';
import type { ChargingCatalogue } from './catalogue-view';
import { cycleTerms, newGrant } from './issue-grant';

/**
 * Issues the grants of every cycle of the account's subscriptions that begins at or before `until`, the earliest
 * first. Idempotent: a subscription knows the first cycle that has no grant yet.
 */
export function renewDue(account: AccountState, until: Instant, catalogue: ChargingCatalogue): GrantState[] {
  const issued: GrantState[] = [];
  for (let due = nextDue(account, until); due !== undefined; due = nextDue(account, until)) {
    issued.push(issueCycle(account, due, catalogue));
  }
  if (issued.length > 0) account.grants.sort(inBurnOrder);
  return issued;
}

function issueCycle(account: AccountState, due: SubscriptionState, catalogue: ChargingCatalogue): GrantState {
  const start = due.nextCycleAt as Instant;
  const terms = cycleTerms(due.plan.body, account.zone, due.anchorDay, start);
  const grant = newGrant(account, due, due.nextCycle, terms, catalogue);
  account.grants.push(grant);
  const end = periodContaining(account.zone, due.anchorDay, start).end;
  due.nextCycle += 1;
  due.nextCycleAt = due.endsAt !== null && end >= due.endsAt ? null : end;
  due.isChanged = true;
  return grant;
}

function nextDue(account: AccountState, until: Instant): SubscriptionState | undefined {
  let due: SubscriptionState | undefined;
  for (const subscription of account.subscriptions) {
    const at = subscription.nextCycleAt;
    if (at === null || at > until) continue;
    if (due === undefined || at < (due.nextCycleAt as Instant)) due = subscription;
  }
  return due;
}
