import type { View } from '@ciyuan/client';
import { hasPassed } from '../../parts/instant';
import type { SubscriptionStatus } from '../subscriptions/subscription-state';
import type { Account } from './accounts-table';

/** What an account has taken up. */
export type Taken = View<'TakenView'>;

/** Of what can be done with a subscription. */
export interface SubscriptionActionProps {
  readonly account: Account;
  readonly subscription: Taken;
}

/** As the list of all subscriptions says it, by the clock here. */
export function statusOf({ startsAt, endsAt, suspendedAt }: Taken): SubscriptionStatus {
  // What was dropped before it began ends where it would have begun.
  if (endsAt !== null && (hasPassed(endsAt) || Date.parse(endsAt) <= Date.parse(startsAt))) return 'ended';
  if (!hasPassed(startsAt)) return 'upcoming';
  if (suspendedAt !== null) return 'suspended';
  return endsAt === null ? 'running' : 'ending';
}
