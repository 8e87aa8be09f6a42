import {
  SUBSCRIPTION_ORDER,
  SUBSCRIPTION_STATUSES,
  type SoldSubscription,
} from '@ciyuan/modules/subscriptions';
import { pageQuery } from '@ciyuan/platform/lists';
import { codeText, instantText } from '@ciyuan/platform/validation';
import { z } from 'zod';

const instant = instantText.meta({ format: 'date-time' });

export const subscriptionsQuerySchema = z.strictObject({
  ...pageQuery(SUBSCRIPTION_ORDER),
  plan: codeText.optional(),
  status: z
    .enum(SUBSCRIPTION_STATUSES)
    .optional()
    .meta({ description: 'Now: begins later, runs on, runs until an end that is set, or has ended' }),
  segment: codeText.optional().meta({ description: 'Of their accounts' }),
  channel: codeText.optional(),
  endsBefore: instant.optional().meta({ description: 'Those with an end before this instant' }),
  createdFrom: instant.optional(),
  /** Exclusive. */
  createdUntil: instant.optional(),
});
export type SubscriptionsQuery = z.infer<typeof subscriptionsQuerySchema>;

type Sold = Omit<SoldSubscription, 'id' | 'startsAt' | 'endsAt' | 'nextCycleAt' | 'createdAt'>;

export interface SoldSubscriptionView extends Sold {
  readonly subscriptionId: number;
  readonly startsAt: string;
  readonly endsAt: string | null;
  readonly nextCycleAt: string | null;
  readonly createdAt: string;
}

export interface SubscriptionsView {
  readonly subscriptions: readonly SoldSubscriptionView[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
}
