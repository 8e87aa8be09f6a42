import { parseInstant } from '@ciyuan/core/kernel';
import type { OrderRefusal, PlanOrder } from '@ciyuan/modules/subscriptions';
import { Refused, type ProblemKind } from '@ciyuan/platform/http';
import type { Order } from './subscriptions.dto';

export const orderOf = (account: string, { plan, startsAt, channel }: Order): PlanOrder => ({
  account,
  plan,
  startsAt: parseInstant(startsAt) as number,
  ...(channel === undefined ? {} : { channel }),
});

const KINDS: Readonly<Record<OrderRefusal['code'], readonly [ProblemKind, string]>> = {
  unknown_account: ['not_found', 'account'],
  unknown_plan: ['unprocessable', 'plan'],
  unknown_channel: ['unprocessable', 'channel'],
  no_split_rule: ['conflict', 'plan'],
  not_in_this_segment: ['forbidden', 'plan'],
  second_base_tariff: ['conflict', 'plan'],
  second_commitment: ['conflict', 'plan'],
};

export function refusedOrder({ code, detail }: OrderRefusal): Refused {
  const [kind, path] = KINDS[code];
  return new Refused(kind, code, detail, [{ path, code, detail }]);
}
