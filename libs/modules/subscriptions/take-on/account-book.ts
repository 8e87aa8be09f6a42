import type { Plan, Version } from '@ciyuan/core/catalogue';
import type {
  AccountTakenOn,
  ChargingCatalogue,
  GrantTakenOn,
  NumbersTakenOn,
  SubscriptionTakenOn,
} from '@ciyuan/core/charging';
import type { Instant } from '@ciyuan/core/kernel';
import { anchorOf, planOf } from './check-take-on';
import type { AccountBook } from './chunks';
import { tokensLeft, type GrantLine, type SubscriptionLine } from './take-on-lines';
import { TakeOnRefused } from './take-on-refused';
import type { GrantOnRecord, SubscriptionOnRecord } from './taken-on.store';

interface OldSubscription {
  readonly line: SubscriptionLine;
  readonly plan: Version<Plan>;
  /** Its place among those that go on here; null where it does not. */
  readonly place: number | null;
}

/** An account as it is taken on, and how what was stated of it is put on record. */
export interface BookedAccount {
  readonly accountId: number;
  readonly book: AccountBook;
  readonly taken: AccountTakenOn;
  subscriptionsOnRecord(
    numbers: NumbersTakenOn | undefined,
  ): readonly (SubscriptionOnRecord & { readonly plan: Version<Plan> })[];
  grantsOnRecord(numbers: NumbersTakenOn | undefined, batchId: number | null): readonly GrantOnRecord[];
}

export function bookOf(accountId: number, book: AccountBook, catalogue: ChargingCatalogue): BookedAccount {
  const old = oldSubscriptions(book, catalogue);
  const goingOn = old.filter(({ place }) => place !== null);
  const left = book.grants.filter(({ value }) => tokensLeft(value) > 0n);
  const places = new Map(left.map((grant, place) => [grant, place]));
  return {
    accountId,
    book,
    taken: {
      accountId,
      subscriptions: goingOn.map(goesOn),
      grants: left.map(({ value }) => leftOf(value, old)),
    },
    subscriptionsOnRecord: (numbers) =>
      old.map(({ line, plan, place }) => {
        const subscriptionId = place === null ? null : (numbers?.subscriptionIds[place] ?? null);
        return { accountId, line, plan, planVersionId: plan.id, anchorDay: anchorOf(line), subscriptionId };
      }),
    grantsOnRecord: (numbers, batchId) =>
      book.grants.map((grant) => {
        const place = places.get(grant);
        const number = place === undefined ? null : (numbers?.grantNumbers[place] ?? null);
        return { accountId, line: grant.value, number, batchId: number === null ? null : batchId };
      }),
  };
}

function oldSubscriptions({ subscriptions }: AccountBook, catalogue: ChargingCatalogue): OldSubscription[] {
  let next = 0;
  return subscriptions.map(({ line: number, value }) => {
    const plan = planOf(catalogue, value);
    if (plan === undefined) throw new TakeOnRefused('unknown_plan', `subscriptions.${number}`);
    return { line: value, plan, place: value.nextCycleAt === undefined ? null : next++ };
  });
}

const goesOn = ({ line, plan }: OldSubscription): SubscriptionTakenOn => ({
  planVersionId: plan.id,
  startsAt: line.nextCycleAt as Instant,
  anchorDay: anchorOf(line),
  channel: line.channel ?? null,
});

function leftOf(grant: GrantLine, old: readonly OldSubscription[]): GrantTakenOn {
  const sold = old.find(({ line }) => line.subscription === grant.subscription);
  if (sold === undefined) throw new Error('a grant of a subscription that is in no file');
  return {
    planVersionId: sold.plan.id,
    subscription: sold.plan.body.role === 'package' ? sold.place : null,
    channel: sold.line.channel ?? null,
    tokens: tokensLeft(grant),
    restGross: grant.restGross,
    restNet: grant.restNet,
    effectiveAt: grant.effectiveAt,
    expiresAt: grant.expiresAt ?? null,
  };
}
