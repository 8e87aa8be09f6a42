import type { AccountState } from '../account-state';
import { applyRenewals } from '../decide';
import type { Draft } from '../draft';
import { give } from '../give-grant';
import { newSubscription } from '../new-subscription';
import { takeUpWithin } from '../order';
import { postExpiry } from '../post-grant';
import { dueAt } from '../due-at';
import { grantStated } from '../stated-grant';
import { changeSubscription } from '../subscription/decide-change';
import type { AccountEvent } from './account-event';

/** What takes a number of an account's sequence and is neither a record nor a correction of one. */
export type AccountStep = Exclude<AccountEvent, { readonly kind: 'record' | 'reversal' | 're_rating' }>;

/** Does again what happened to the account; answers why that cannot have happened, if it cannot. */
export function applyEvent(work: Draft, account: AccountState, event: AccountStep): string | undefined {
  switch (event.kind) {
    case 'order': {
      const plan = work.catalogue.plan(event.planVersionId);
      const { startsAt, channel, anchorDay } = event;
      takeUpWithin(
        work,
        account,
        newSubscription(
          account,
          plan,
          startsAt,
          channel,
          anchorDay === undefined ? undefined : { anchorDay },
        ),
      );
      return undefined;
    }
    case 'cycle':
      return nextCycle(work, account);
    case 'expiry':
      return expire(work, account, event.grantNumber);
    case 'granted':
      grantStated(work, account, event);
      return undefined;
    case 'given': {
      const { nextSequence } = account;
      applyRenewals(work, account, event.now);
      if (account.nextSequence !== nextSequence) return 'a cycle was due before it';
      const given = give(work, account, event);
      return given.ok ? undefined : given.refusal.code;
    }
    case 'subscription': {
      const { subscriptionId, action, now } = event;
      const changed = changeSubscription(work, account, subscriptionId, action, now);
      return changed.ok ? undefined : changed.refusal.code;
    }
  }
}

function nextCycle(work: Draft, account: AccountState): string | undefined {
  const due = account.subscriptions.map(dueAt).filter((at) => at !== null);
  if (due.length === 0) return 'no cycle falls due';
  applyRenewals(work, account, Math.min(...due));
  return undefined;
}

function expire(work: Draft, account: AccountState, grantNumber: number): string | undefined {
  const grant = account.grants.find((one) => one.number === grantNumber);
  if (grant === undefined) return `grant ${grantNumber} does not exist`;
  if (grant.expiresAt === null) return `grant ${grantNumber} never expires`;
  postExpiry(work, account, grant);
  return undefined;
}
