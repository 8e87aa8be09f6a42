import type { Instant } from '../kernel';
import { inBurnOrder } from '../entitlement';
import type { AccountState, GrantState, SubscriptionState } from './account-state';
import type { ChargingCatalogue } from './catalogue-view';
import { contractOf, isSettledAfterwards, prepaidOf } from './contract/commitment-contract';
import { dueAt } from './due-at';
import { isHeld } from './lapse';
import { cycleTerms, newGrant, type SoldTerms } from './issue-grant';
import { rollOverInto } from './roll-over';

/**
 * Issues the grants of every cycle of the account's subscriptions that begins at or before `until`, the earliest
 * first, each after what rolls over into it; and has `close` close each period of a commitment that is due by then,
 * and `lapse` end what may not go on alone. Idempotent: a subscription knows the first cycle that has no grant yet, or
 * is not closed.
 */
export function renewDue(
  account: AccountState,
  until: Instant,
  catalogue: ChargingCatalogue,
  { close, lapse }: Readonly<Record<'close' | 'lapse', (due: SubscriptionState) => void>>,
): GrantState[] {
  const issued: GrantState[] = [];
  for (let due = nextDue(account, until); due !== undefined; due = nextDue(account, until)) {
    if (isSettledAfterwards(due.plan.body)) close(due);
    else if (!isHeld(account, due.plan.body, due.nextCycleAt as Instant)) lapse(due);
    else issued.push(...rollOverInto(account, due, catalogue), issueCycle(account, due, catalogue));
  }
  if (issued.length > 0) account.grants.sort(inBurnOrder);
  return issued;
}

function issueCycle(account: AccountState, due: SubscriptionState, catalogue: ChargingCatalogue): GrantState {
  const terms = termsOf(account, due);
  const grant = newGrant(account, due, due.nextCycle, terms, catalogue);
  account.grants.push(grant);
  const end = terms.expiresAt;
  due.nextCycle += 1;
  due.nextCycleAt = due.endsAt !== null && end >= due.endsAt ? null : end;
  due.isChanged = true;
  return grant;
}

function termsOf({ zone }: AccountState, due: SubscriptionState): SoldTerms {
  const start = due.nextCycleAt as Instant;
  if (due.plan.body.commitment === undefined) {
    return cycleTerms(due.plan.body, zone, due.anchorDay, start);
  }
  const contract = contractOf(due, zone);
  const period = due.nextCycle - 1;
  const expiresAt = contract.periods[period]?.end ?? start;
  return { effectiveAt: start, expiresAt, ...prepaidOf(contract, period) };
}

function nextDue(account: AccountState, until: Instant): SubscriptionState | undefined {
  let due: SubscriptionState | undefined;
  for (const subscription of account.subscriptions) {
    const at = dueAt(subscription);
    if (at === null || at > until) continue;
    if (due === undefined || at < (due.nextCycleAt as Instant)) due = subscription;
  }
  return due;
}
