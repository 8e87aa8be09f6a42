import { z } from 'zod';

export const subscriptionParamsSchema = z.strictObject({
  code: z.string().min(1).max(64),
  id: z.coerce.number().int().min(1),
});
export type SubscriptionParams = z.infer<typeof subscriptionParamsSchema>;

export const preview = z.boolean().default(false).meta({
  description: 'Say what it would come to, and change nothing: the same change, taken back',
});

export const endSchema = z.strictObject({
  when: z.enum(['now', 'period_end']).meta({
    description: 'With what is granted already, or at once; what is granted stays usable until it expires',
  }),
  preview,
});
export type EndRequest = z.infer<typeof endSchema>;

export const resumeSchema = z.strictObject({ preview });
export type ResumeRequest = z.infer<typeof resumeSchema>;

const reason = z.string().trim().min(1).max(500).meta({ description: 'Why; kept with the change' });
export const suspendSchema = z.strictObject({ reason, preview });
export type SuspendRequest = z.infer<typeof suspendSchema>;

export interface SubscriptionChangeView {
  readonly account: string;
  readonly subscriptionId: number;
  readonly endsAt: string | null;
  /** Cycles that had fallen due, and were granted with the change. */
  readonly grantsIssued: number;
  readonly applied: boolean;
}

export interface TakenView {
  readonly subscriptionId: number;
  readonly plan: string;
  readonly planVersionId: number;
  readonly role: string;
  readonly channel: string | null;
  readonly startsAt: string;
  readonly endsAt: string | null;
  /** When the next cycle is granted, or the open period of a commitment closed. */
  readonly nextCycleAt: string | null;
  /** While it is suspended no further cycle is granted. */
  readonly suspendedAt: string | null;
  /** Of a pack the latest cycle that is granted, the order itself being the first; null of everything else. */
  readonly packCycle: number | null;
  /** The subscription that this one takes over from, by a change of plan. */
  readonly follows: number | null;
  /** What was said last of the prices of a base tariff; null where they follow the book. */
  readonly pricesHeld: { readonly asOf: string; readonly until: string | null } | null;
}

export interface TakenList {
  readonly account: string;
  readonly subscriptions: readonly TakenView[];
}
