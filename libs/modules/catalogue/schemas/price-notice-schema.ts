import { z } from 'zod';
import type { PriceNotice } from '@ciyuan/core/catalogue';
import { instantText } from '@ciyuan/platform/validation';
import { noticeAudience, noticeChannels } from './notice-policy-schema';

const LONGEST = 2_000;

/** Words for customers: lines are kept, other control characters are not. */
const text = z
  .string()
  .trim()
  .min(1)
  .max(LONGEST)
  .regex(/^(?:\n|[^\p{Cc}\p{Cs}])*$/u, 'no control characters but new lines');

export const priceNoticeSchema: z.ZodType<PriceNotice> = z.strictObject({
  announcedAt: instantText,
  audience: noticeAudience,
  channels: noticeChannels,
  text,
});
