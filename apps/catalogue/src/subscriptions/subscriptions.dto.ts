import { parseInstant } from '@ciyuan/core/kernel';
import { z } from 'zod';

export const orderSchema = z.strictObject({
  plan: z.string().min(1).max(63),
  startsAt: z
    .string()
    .refine((text) => parseInstant(text) !== undefined, 'an instant with an offset')
    .meta({ description: 'When it takes effect: ISO 8601 with an offset', format: 'date-time' }),
  channel: z.string().min(1).max(63).optional().meta({ description: 'The channel that sold it' }),
  preview: z.boolean().default(false).meta({
    description: 'Say what it would come to, and take up nothing: the same order, taken back',
  }),
});
export type Order = z.infer<typeof orderSchema>;

/** Package tokens, and yuan with VAT. */
export interface GrantView {
  readonly tokens: string;
  readonly priceYuan: string;
  readonly effectiveAt: string;
  readonly expiresAt: string | null;
  /** Of a bundle: what each product costs beside the tokens. */
  readonly fees: readonly { readonly part: string; readonly priceYuan: string }[];
}

export interface SubscriptionView {
  readonly account: string;
  readonly plan: string;
  readonly subscriptionId: number;
  readonly planVersionId: number;
  /** What is granted at once, or ahead of the start. */
  readonly grants: readonly GrantView[];
  /** False of a preview. */
  readonly applied: boolean;
}
