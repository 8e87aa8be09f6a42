import type { AccountState, SubscriptionState } from '../account-state';
import type { Draft } from '../draft';
import type { SubscriptionChange } from './subscription-change';

type Said = Partial<
  Omit<SubscriptionChange, 'accountId' | 'sequence' | 'subscriptionId' | 'kind' | 'endsAt'>
>;

/** A change under the account's next sequence number; what it comes to for the subscription is in there already. */
export function recordChange(
  work: Draft,
  account: AccountState,
  subscription: SubscriptionState,
  kind: SubscriptionChange['kind'],
  said: Said = {},
): SubscriptionChange {
  subscription.isChanged = true;
  const changed: SubscriptionChange = {
    accountId: account.id,
    sequence: account.nextSequence++,
    subscriptionId: subscription.id,
    kind,
    ends: null,
    endsAt: subscription.endsAt,
    successorId: null,
    planVersionId: null,
    channel: null,
    cycle: null,
    begins: null,
    pricesAsOf: null,
    pricesUntil: null,
    ...said,
  };
  work.subscriptionChanges.push(changed);
  return changed;
}
