import { parseInstant } from '@ciyuan/core/kernel';
import { z } from 'zod';

export const orderSchema = z.strictObject({
  plan: z.string().min(1).max(63),
  startsAt: z
    .string()
    .refine((text) => parseInstant(text) !== undefined, 'an instant with an offset')
    .meta({ description: 'When it takes effect: ISO 8601 with an offset', format: 'date-time' }),
  channel: z.string().min(1).max(63).optional().meta({ description: 'The channel that sold it' }),
});
export type Order = z.infer<typeof orderSchema>;

export interface SubscriptionView {
  readonly account: string;
  readonly plan: string;
  readonly subscriptionId: number;
  readonly planVersionId: number;
}
