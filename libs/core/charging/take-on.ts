import { grantPriority } from '../catalogue';
import type { Instant, PicoYuan } from '../kernel';
import type { AccountState } from './account-state';
import type { ChargingCatalogue } from './catalogue-view';
import type { ChargeDecision } from './decision';
import { draft, finish, type Months } from './draft';
import { newSubscription } from './new-subscription';
import { takeUpWithin } from './order';
import { grantStated } from './stated-grant';

/** A subscription that began elsewhere, and goes on here from its next cycle. */
export interface SubscriptionTakenOn {
  readonly planVersionId: number;
  /** Where its next cycle begins, or a base tariff begins to price. */
  readonly startsAt: Instant;
  /** The day that its cycles begin on: where `startsAt` is the last day of a short month, the later one that it was. */
  readonly anchorDay: number;
  readonly channel: string | null;
}

/** A grant that was sold elsewhere, as far as it is left: whole tokens, and the price that is not recognised yet. */
export interface GrantTakenOn {
  readonly planVersionId: number;
  /** Which of the subscriptions it is the running cycle of; null where it is of none that goes on. */
  readonly subscription: number | null;
  readonly channel: string | null;
  readonly tokens: bigint;
  readonly restGross: PicoYuan;
  readonly restNet: PicoYuan;
  readonly effectiveAt: Instant;
  /** Exclusive; null never expires. */
  readonly expiresAt: Instant | null;
}

export interface AccountTakenOn {
  readonly accountId: number;
  readonly subscriptions: readonly SubscriptionTakenOn[];
  readonly grants: readonly GrantTakenOn[];
}

/** The numbers that each account's subscriptions and grants have here, in their order. */
export interface NumbersTakenOn {
  readonly subscriptionIds: readonly number[];
  readonly grantNumbers: readonly number[];
}

export interface TakeOnDecision extends ChargeDecision {
  readonly numbers: ReadonlyMap<number, NumbersTakenOn>;
}

const MILLI = 1000n;
/** A cycle that was granted elsewhere is before the first that is granted here. */
const RUNNING_CYCLE = 0;

/**
 * Takes accounts on as another system leaves them. Cycles before the take-on are not granted again: a subscription
 * begins with its next one, and what is left of the running one comes as a grant of its own.
 */
export function takeOn(
  taken: readonly AccountTakenOn[],
  accounts: ReadonlyMap<number, AccountState>,
  now: Instant,
  catalogue: ChargingCatalogue,
  months: Months,
): TakeOnDecision {
  const work = draft(catalogue, months);
  const numbers = new Map<number, NumbersTakenOn>();
  for (const { accountId, subscriptions, grants } of taken) {
    const account = accounts.get(accountId);
    if (account === undefined) throw new Error(`account ${accountId} was not loaded`);
    const subscriptionIds = subscriptions.map(({ planVersionId, startsAt, anchorDay, channel }) => {
      const plan = catalogue.plan(planVersionId);
      const subscription = newSubscription(account, plan, startsAt, channel, { anchorDay });
      takeUpWithin(work, account, subscription);
      return subscription.id;
    });
    const grantNumbers = grants.map(({ subscription, planVersionId, ...one }) => {
      const { number } = grantStated(work, account, {
        origin: 'stated',
        planVersionId,
        subscriptionId: subscription === null ? null : (subscriptionIds[subscription] ?? null),
        cycle: RUNNING_CYCLE,
        channel: one.channel,
        quantityMilli: one.tokens * MILLI,
        priceGross: one.restGross,
        priceNet: one.restNet,
        grantedAt: now,
        effectiveAt: one.effectiveAt,
        expiresAt: one.expiresAt,
        priority: grantPriority(catalogue.plan(planVersionId).body),
        from: null,
      });
      return number;
    });
    numbers.set(accountId, { subscriptionIds, grantNumbers });
  }
  return { ...finish(work), numbers };
}
