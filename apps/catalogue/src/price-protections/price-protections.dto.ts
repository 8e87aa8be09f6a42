import { parseInstant } from '@ciyuan/core/kernel';
import { z } from 'zod';
import { preview } from '../subscription-changes/subscription-changes.dto';

const instant = z
  .string()
  .refine((text) => parseInstant(text) !== undefined, 'an instant with an offset')
  .meta({ format: 'date-time' });

const MOST_SUBSCRIPTIONS = 1_000;

const held = {
  asOf: instant.meta({
    description: 'Records from then on are priced as at that instant: ISO 8601 with an offset',
  }),
  until: instant.nullable().meta({
    description:
      'Before then; null as long as the subscription runs. Until now, prices follow the book again',
  }),
  preview,
};

export const priceProtectionSchema = z.strictObject(held);
export type PriceProtection = z.infer<typeof priceProtectionSchema>;

export const priceProtectionsSchema = z.strictObject({
  subscriptions: z
    .array(z.strictObject({ account: z.string().min(1).max(64), subscription: z.number().int().min(1) }))
    .min(1)
    .max(MOST_SUBSCRIPTIONS),
  ...held,
});
export type PriceProtections = z.infer<typeof priceProtectionsSchema>;

export interface PriceProtectionView {
  readonly account: string;
  readonly subscriptionId: number;
  readonly asOf: string;
  readonly until: string | null;
  /** False where just this had been said before. */
  readonly changed: boolean;
  readonly applied: boolean;
}

/** What became of an account: all of its subscriptions are changed, or none. */
export interface ProtectedAccountView {
  readonly account: string;
  readonly applied: boolean;
  readonly subscriptions: readonly { readonly subscription: number; readonly changed: boolean }[];
  readonly refused: {
    readonly code: string;
    readonly detail: string;
    readonly subscription: number | null;
  } | null;
}

export interface PriceProtectionsView {
  readonly accounts: readonly ProtectedAccountView[];
}
