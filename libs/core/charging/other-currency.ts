import type { Instant } from '../kernel';
import type { GrantState, SubscriptionState } from './account-state';

/** What of an account has a currency. */
interface Held {
  readonly subscriptions: readonly SubscriptionState[];
  readonly grants: readonly Pick<GrantState, 'plan' | 'effectiveAt' | 'expiresAt'>[];
}

interface Span {
  readonly from: Instant;
  /** Exclusive; null goes on. */
  readonly to: Instant | null;
}

/**
 * What of the account is in another currency than a subscription, or than a grant for its time, by its plan: a
 * subscription, or a grant that outlives its own. One record could be charged to both, and its amounts have no sum in
 * two currencies. What follows one upon the other may be in different ones.
 */
export function inAnotherCurrency(
  account: Held,
  taken: Pick<SubscriptionState, 'plan' | 'startsAt' | 'endsAt'>,
): string | undefined {
  const { currency } = taken.plan.body;
  const own = { from: taken.startsAt, to: taken.endsAt };
  const others = [
    ...account.subscriptions.map(({ plan, startsAt, endsAt }) => ({ plan, from: startsAt, to: endsAt })),
    ...account.grants.map(({ plan, effectiveAt, expiresAt }) => ({ plan, from: effectiveAt, to: expiresAt })),
  ];
  return others.find((other) => other.plan.body.currency !== currency && overlap(own, other))?.plan.code;
}

const overlap = (a: Span, b: Span): boolean =>
  (b.to === null || a.from < b.to) && (a.to === null || b.from < a.to);
