import type { Instant } from '../../kernel';

/** `period_end`: with the last cycle that is granted, or the current month of a base tariff. */
export type EndOfSubscription = 'now' | 'period_end';

/** `append`: where the last grant of the subscription ends; `stack`: at once, beside it. */
export type BeginOfRenewal = 'append' | 'stack';

/** What is done to a subscription after its order. Plans are named by the version that is sold. */
export type SubscriptionAction =
  | { readonly kind: 'ended'; readonly when: EndOfSubscription }
  | { readonly kind: 'resumed' }
  | { readonly kind: 'suspended' }
  | { readonly kind: 'reactivated' }
  | {
      readonly kind: 'plan_changed';
      readonly when: EndOfSubscription;
      readonly planVersionId: number;
      readonly channel: string | null;
    }
  | { readonly kind: 'plan_change_cancelled' }
  | {
      readonly kind: 'renewed';
      /** The cycle that is to be granted: the next of the subscription. */
      readonly cycle: number;
      readonly begins: BeginOfRenewal;
      readonly planVersionId: number;
      readonly channel: string | null;
    }
  /** Records from `asOf` on and before `until` are priced as at `asOf`; null as long as the subscription runs. */
  | { readonly kind: 'prices_pinned'; readonly asOf: Instant; readonly until: Instant | null };

export type SubscriptionChangeKind = SubscriptionAction['kind'];

/** A change of a subscription, under a number of its account's sequence; null is what its kind does not say. */
export interface SubscriptionChange {
  readonly accountId: number;
  readonly sequence: number;
  readonly subscriptionId: number;
  readonly kind: SubscriptionChangeKind;
  readonly ends: EndOfSubscription | null;
  /** What it runs until from now on; null runs on. */
  readonly endsAt: Instant | null;
  /** The subscription that takes over from it, or would have. */
  readonly successorId: number | null;
  readonly planVersionId: number | null;
  readonly channel: string | null;
  readonly cycle: number | null;
  readonly begins: BeginOfRenewal | null;
  readonly pricesAsOf: Instant | null;
  readonly pricesUntil: Instant | null;
}
