import { formatInstant } from '@ciyuan/core/kernel';
import type { ChangeRefusal, ListSubscriptions, SubscriptionChanged } from '@ciyuan/modules/subscriptions';
import { Refused, type ProblemKind } from '@ciyuan/platform/http';
import type { SubscriptionChangeView, TakenView } from './subscription-changes.dto';

type Taken = NonNullable<Awaited<ReturnType<ListSubscriptions['run']>>>[number];

const instantOrNull = (instant: number | null): string | null =>
  instant === null ? null : formatInstant(instant);

export const changeOf = (account: string, changed: SubscriptionChanged): SubscriptionChangeView => ({
  account,
  ...changed,
  endsAt: instantOrNull(changed.endsAt),
});

export const takenOf = ({ id, plan, channel, startsAt, endsAt, nextCycleAt }: Taken): TakenView => ({
  subscriptionId: id,
  plan: plan.code,
  planVersionId: plan.id,
  role: plan.body.role,
  channel,
  startsAt: formatInstant(startsAt),
  endsAt: instantOrNull(endsAt),
  nextCycleAt: instantOrNull(nextCycleAt),
});

const REFUSALS: Readonly<Record<ChangeRefusal['code'], readonly [ProblemKind, string]>> = {
  unknown_account: ['not_found', 'No account has this code.'],
  unknown_subscription: ['not_found', 'The account has no such subscription.'],
  ends_by_itself: ['conflict', 'A pack or a trial is granted once and ends by itself.'],
  bound_by_contract: ['conflict', 'A commitment ends with its last period.'],
  already_ended: ['conflict', 'The subscription has an end already.'],
  not_ending: ['conflict', 'The subscription has no end that could be taken back.'],
  second_base_tariff: ['conflict', 'Another base tariff begins where this one was to end.'],
};

export function refusedChange({ code }: ChangeRefusal): Refused {
  const [kind, detail] = REFUSALS[code];
  return new Refused(kind, code, detail);
}
