import { formatInstant, type Instant } from '@ciyuan/core/kernel';
import {
  SUBSCRIPTION_ORDER,
  type SoldSubscription,
  type SubscriptionPage,
} from '@ciyuan/modules/subscriptions';
import { askedInstant, placeIn, type Listed } from '@ciyuan/platform/lists';
import type { SoldSubscriptionView, SubscriptionsQuery, SubscriptionsView } from './all-subscriptions.dto';

export const pageOf = ({
  endsBefore,
  createdFrom,
  createdUntil,
  after,
  ...filters
}: SubscriptionsQuery): SubscriptionPage => ({
  ...filters,
  ...placeIn(SUBSCRIPTION_ORDER, { ...filters, after }),
  endsBefore: askedInstant(endsBefore),
  createdFrom: askedInstant(createdFrom),
  createdUntil: askedInstant(createdUntil),
});

export const subscriptionsOf = ({ items, next }: Listed<SoldSubscription>): SubscriptionsView => ({
  subscriptions: items.map(viewOf),
  next,
});

const viewOf = ({ id, startsAt, endsAt, nextCycleAt, createdAt, ...sold }: SoldSubscription) => {
  const view: SoldSubscriptionView = {
    ...sold,
    subscriptionId: id,
    startsAt: formatInstant(startsAt),
    endsAt: instantOrNull(endsAt),
    nextCycleAt: instantOrNull(nextCycleAt),
    createdAt: formatInstant(createdAt),
  };
  return view;
};

const instantOrNull = (at: Instant | null): string | null => (at === null ? null : formatInstant(at));
