import { formatInstant, formatScaled, formatYuan } from '@ciyuan/core/kernel';
import { USAGE_ORDER, type ListUsage, type ListedUsage, type UsageFound } from '@ciyuan/modules/reporting';
import { askedInstant, placeIn } from '@ciyuan/platform/lists';
import type { ListedUsageView, UsageListQuery, UsageListView } from './usage-list.dto';

const MILLI_PLACES = 3;

/** `own` is the partner that asks, whose records are all that it is told of. */
export const usageAsked = (
  query: UsageListQuery,
  own: string | undefined,
): Parameters<ListUsage['run']>[0] => ({
  ...placeIn(USAGE_ORDER, query),
  partner: own ?? query.partner,
  account: query.account,
  source: query.source,
  model: query.model,
  plan: query.plan,
  state: query.state,
  from: askedInstant(query.from),
  until: askedInstant(query.until),
});

export const usageListOf = ({ from, until, items, next }: UsageFound): UsageListView => ({
  from: formatInstant(from),
  until: formatInstant(until),
  records: items.map(viewOf),
  next,
});

const viewOf = (one: ListedUsage): ListedUsageView => ({
  partner: one.partner,
  source: one.source,
  id: one.recordId,
  account: one.account,
  at: formatInstant(one.at.getTime()),
  state: one.state,
  model: one.model,
  serviceTier: one.serviceTier,
  classes: one.counts,
  plan: one.plan,
  charge: chargeOf(one.charge),
  reason: one.reason,
  detail: one.detail,
});

const chargeOf = (charge: ListedUsage['charge']): ListedUsageView['charge'] =>
  charge === null
    ? null
    : {
        currency: charge.currency,
        packageTokens: formatScaled(charge.drawnMilli, MILLI_PLACES),
        recognised: formatYuan(charge.recognisedGross),
        usage: formatYuan(charge.usageGross),
        corrections: charge.corrections,
      };
