import { formatInstant } from '@ciyuan/core/kernel';
import type {
  ChangeRefusal,
  ListSubscriptions,
  PackRenewed,
  PlanChanged,
  PlanChangeRefusal,
  SubscriptionChanged,
} from '@ciyuan/modules/subscriptions';
import { Refused, type ProblemKind } from '@ciyuan/platform/http';
import { grantOf, refusedOrder } from '../subscriptions/subscriptions.convert';
import type { PlanChangedView, RenewedView } from './plan-changes.dto';
import type { SubscriptionChangeView, TakenView } from './subscription-changes.dto';

type Taken = NonNullable<Awaited<ReturnType<ListSubscriptions['run']>>>[number];

export const instantOrNull = (instant: number | null): string | null =>
  instant === null ? null : formatInstant(instant);

export const changeOf = (account: string, changed: SubscriptionChanged): SubscriptionChangeView => ({
  account,
  ...changed,
  endsAt: instantOrNull(changed.endsAt),
});

export const takenOf = ({ id, plan, channel, follows, pricePins, nextCycle, ...taken }: Taken): TakenView => {
  const held = pricePins[pricePins.length - 1];
  return {
    subscriptionId: id,
    plan: plan.code,
    planVersionId: plan.id,
    role: plan.body.role,
    channel,
    startsAt: formatInstant(taken.startsAt),
    endsAt: instantOrNull(taken.endsAt),
    nextCycleAt: instantOrNull(taken.nextCycleAt),
    suspendedAt: instantOrNull(taken.suspendedAt),
    packCycle: plan.body.role === 'pack' ? nextCycle : null,
    follows,
    pricesHeld:
      held === undefined ? null : { asOf: formatInstant(held.asOf), until: instantOrNull(held.until) },
  };
};

const REFUSALS: Readonly<Record<ChangeRefusal['code'], readonly [ProblemKind, string]>> = {
  unknown_account: ['not_found', 'No account has this code.'],
  unknown_subscription: ['not_found', 'The account has no such subscription.'],
  ends_by_itself: ['conflict', 'A pack or a trial is granted once and ends by itself.'],
  bound_by_contract: ['conflict', 'A commitment ends with its last period.'],
  already_ended: ['conflict', 'The subscription has an end already.'],
  not_ending: ['conflict', 'The subscription has no end that could be taken back.'],
  already_suspended: ['conflict', 'The subscription is suspended already.'],
  not_suspended: ['conflict', 'The subscription is not suspended.'],
  suspended: ['conflict', 'The subscription is suspended; reactivate it first.'],
  not_begun: ['conflict', 'The subscription begins later.'],
  change_is_planned: ['conflict', 'Another plan waits to take over; cancel that change first.'],
  no_change_planned: ['conflict', 'No other plan waits to take over.'],
  already_begun: ['conflict', 'The plan that takes over has begun, or is granted already.'],
  another_role: ['unprocessable', 'The plan is of another role.'],
  same_plan: ['conflict', 'The subscription is of this plan, in this version.'],
  other_currency: ['conflict', 'The plan, or what the account has beside it, is in another currency.'],
  granted_ahead: ['conflict', 'A later cycle is granted already; change the plan at its end.'],
  not_an_upgrade: [
    'conflict',
    'The plan costs less or grants no more; change to it at the end of the period.',
  ],
  not_a_pack: ['conflict', 'Only packs are renewed by hand.'],
  not_the_next_cycle: ['conflict', 'The subscription has another next cycle.'],
  no_prices: ['conflict', 'Only a base tariff has prices that could be held.'],
  ends_before_it_begins: [
    'unprocessable',
    'Prices are held until an instant after the one that they are of.',
  ],
  second_base_tariff: ['conflict', 'Another base tariff begins where this one was to end.'],
  unknown_channel: ['unprocessable', 'No channel has this code.'],
};

export function refusedChange(refusal: PlanChangeRefusal): Refused {
  if ('detail' in refusal) return refusedOrder(refusal);
  const [kind, detail] = REFUSALS[refusal.code];
  return new Refused(kind, refusal.code, detail);
}

/** The kind of refusal, for lists that name each of their refusals. */
export const wordsOf = (code: ChangeRefusal['code']): string => REFUSALS[code][1];

export const planChangedOf = (account: string, plan: string, changed: PlanChanged): PlanChangedView => ({
  account,
  plan,
  ...changed,
  endsAt: formatInstant(changed.endsAt),
  grants: changed.grants.map(grantOf),
});

export const renewedOf = (account: string, renewed: PackRenewed): RenewedView => ({
  account,
  ...renewed,
  endsAt: instantOrNull(renewed.endsAt),
  grants: renewed.grants.map(grantOf),
});
