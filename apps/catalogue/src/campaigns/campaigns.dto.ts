import { POOL_ORDER, poolTokens } from '@ciyuan/modules/subscriptions';
import { MAXIMUM_PAGE, instantFilter, pageQuery } from '@ciyuan/platform/lists';
import { z } from 'zod';

export const poolsQuerySchema = z.strictObject({
  ...pageQuery(POOL_ORDER, { usual: MAXIMUM_PAGE }),
  runningAt: instantFilter,
  dry: z.enum(['true', 'false']).optional().meta({ description: 'Whether nothing is left in them' }),
});
export type PoolsQuery = z.infer<typeof poolsQuerySchema>;

export const topUpSchema = z.strictObject({
  reference: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9_.:@-]{0,127}$/, 'at most 128 of A-Z, a-z, 0-9 and _ . : @ -')
    .meta({ description: 'Names this one among all of the pool: sent again, it adds nothing' }),
  tokens: poolTokens,
});
export type TopUpBody = z.infer<typeof topUpSchema>;

/** Whole package tokens. */
export interface CampaignPoolView {
  readonly code: string;
  readonly name: string;
  readonly tokens: number;
  readonly takenTokens: number;
  readonly startsAt: string;
  readonly endsAt: string | null;
}

export interface CampaignPoolsView {
  readonly pools: readonly CampaignPoolView[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
}
