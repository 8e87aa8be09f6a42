import { z } from 'zod';
import {
  NOTICE_CHANGES,
  NOTICE_CHANNELS,
  type NoticeAudience,
  type NoticeChannel,
  type NoticePolicy,
} from '@ciyuan/core/catalogue';
import { codeText } from '@ciyuan/platform/validation';

const DAYS_OF_A_YEAR = 366;

export const noticeAudience: z.ZodType<NoticeAudience> = z.strictObject({
  all: z.exactOptional(z.literal(true)),
  segments: z.exactOptional(z.array(codeText).min(1)),
});

export const noticeChannels: z.ZodType<readonly NoticeChannel[]> = z.array(z.enum(NOTICE_CHANNELS)).min(1);

/** Without rules it asks for no notice. */
export const noticePolicySchema: z.ZodType<NoticePolicy> = z.strictObject({
  code: codeText,
  rules: z.array(
    z.strictObject({
      audience: noticeAudience,
      change: z.enum(NOTICE_CHANGES),
      channels: noticeChannels,
      leadDays: z.int().min(0).max(DAYS_OF_A_YEAR),
    }),
  ),
});
