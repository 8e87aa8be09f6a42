import { z } from 'zod';
import type { GrantView } from '../subscriptions/subscriptions.dto';
import { preview } from './subscription-changes.dto';

const channel = z.string().min(1).max(63).optional().meta({ description: 'The channel that sold it' });

export const changePlanSchema = z.strictObject({
  plan: z.string().min(1).max(63).meta({ description: 'One that the account may order, of the same role' }),
  when: z.enum(['now', 'period_end']).meta({
    description: 'With what is granted, or at once: then the difference is sold for the rest of the cycle',
  }),
  channel,
  preview,
});
export type ChangePlanRequest = z.infer<typeof changePlanSchema>;

export const renewSchema = z.strictObject({
  cycle: z.number().int().min(2).meta({
    description: 'The cycle to be granted, one after the latest; asked for again, it says what was done',
  }),
  begins: z.enum(['append', 'stack']).meta({
    description: 'Where the last grant ends, or at once beside it',
  }),
  channel,
  preview,
});
export type RenewRequest = z.infer<typeof renewSchema>;

export interface PlanChangedView {
  readonly account: string;
  readonly subscriptionId: number;
  readonly plan: string;
  readonly planVersionId: number;
  /** Where the old subscription ends and its successor begins. */
  readonly endsAt: string;
  readonly successorId: number;
  /** The difference that is sold for the rest of the running cycle. */
  readonly grants: readonly GrantView[];
  readonly applied: boolean;
}

export interface RenewedView {
  readonly account: string;
  readonly subscriptionId: number;
  readonly cycle: number;
  readonly endsAt: string | null;
  readonly grants: readonly GrantView[];
  /** False where the cycle had been granted before. */
  readonly created: boolean;
  readonly applied: boolean;
}
