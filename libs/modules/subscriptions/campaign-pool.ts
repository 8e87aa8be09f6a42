import { parseInstant, type Instant } from '@ciyuan/core/kernel';
import { codeText, displayName, instantText } from '@ciyuan/platform/validation';
import { z } from 'zod';

/** Package tokens for all who take up a plan that names the pool, as long as they last. */
export interface CampaignPool {
  readonly code: string;
  readonly name: string;
  /** Whole tokens: all that was put in, and what grants have taken of it. */
  readonly tokens: number;
  readonly takenTokens: number;
  /** From when, inclusive, until when, exclusive, it gives; null for no end. */
  readonly startsAt: Instant;
  readonly endsAt: Instant | null;
}

export type NewCampaignPool = Omit<CampaignPool, 'takenTokens'>;

/** The most that is put in at once; a sum of several stays an exact number for a long time. */
const MOST_TOKENS = 1_000_000_000_000_000;

export const poolTokens = z.int().min(1).max(MOST_TOKENS);

/** As people and seed files write it: instants with an offset. */
export const campaignPoolSchema = z.strictObject({
  code: codeText,
  name: displayName,
  tokens: poolTokens,
  startsAt: instantText,
  endsAt: instantText.nullable().default(null),
});
export type WrittenCampaignPool = z.infer<typeof campaignPoolSchema>;

export const readPool = (written: WrittenCampaignPool): NewCampaignPool => ({
  ...written,
  startsAt: parseInstant(written.startsAt) as Instant,
  endsAt: written.endsAt === null ? null : (parseInstant(written.endsAt) as Instant),
});
