import { formatInstant, formatScaled, formatYuan, parseInstant } from '@ciyuan/core/kernel';
import type { OrderedGrant, OrderRefusal, OrderTaken, PlanOrder } from '@ciyuan/modules/subscriptions';
import { Refused, type ProblemKind } from '@ciyuan/platform/http';
import type { GrantView, Order, SubscriptionView } from './subscriptions.dto';

export const orderOf = (account: string, { plan, startsAt, channel, preview }: Order): PlanOrder => ({
  account,
  plan,
  preview,
  startsAt: parseInstant(startsAt) as number,
  ...(channel === undefined ? {} : { channel }),
});

const MILLI_PLACES = 3;

export const takenOf = (account: string, plan: string, taken: OrderTaken): SubscriptionView => ({
  account,
  plan,
  ...taken,
  grants: taken.grants.map(grantOf),
});

export const grantOf = ({
  quantityMilli,
  priceGross,
  effectiveAt,
  expiresAt,
  fees,
}: OrderedGrant): GrantView => ({
  tokens: formatScaled(quantityMilli, MILLI_PLACES),
  priceYuan: formatYuan(priceGross),
  effectiveAt: formatInstant(effectiveAt),
  expiresAt: expiresAt === null ? null : formatInstant(expiresAt),
  fees: fees.map((fee) => ({ part: fee.part, priceYuan: formatYuan(fee.priceGross) })),
});

const KINDS: Readonly<Record<OrderRefusal['code'], readonly [ProblemKind, string]>> = {
  unknown_account: ['not_found', 'account'],
  unknown_plan: ['unprocessable', 'plan'],
  plan_retired: ['conflict', 'plan'],
  unknown_channel: ['unprocessable', 'channel'],
  no_split_rule: ['conflict', 'plan'],
  account_not_active: ['forbidden', 'account'],
  not_in_this_segment: ['forbidden', 'plan'],
  not_in_this_region: ['forbidden', 'plan'],
  not_for_this_kind_of_customer: ['forbidden', 'plan'],
  not_verified: ['forbidden', 'plan'],
  taken_before: ['conflict', 'plan'],
  needs_a_plan: ['conflict', 'plan'],
  second_base_tariff: ['conflict', 'plan'],
  second_commitment: ['conflict', 'plan'],
  other_currency: ['conflict', 'plan'],
  campaign_not_running: ['conflict', 'plan'],
  campaign_pool_dry: ['conflict', 'plan'],
};

export function refusedOrder({ code, detail }: OrderRefusal): Refused {
  const [kind, path] = KINDS[code];
  return new Refused(kind, code, detail, [{ path, code, detail }]);
}
