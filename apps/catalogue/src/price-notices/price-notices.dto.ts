import { z } from 'zod';
import type { NoticeAudience } from '@ciyuan/core/catalogue';
import { ANNOUNCED_KINDS } from '@ciyuan/modules/catalogue';
import { instantText } from '@ciyuan/platform/validation';

const MAXIMUM_PAGE = 1_000;
const id = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);
const limit = z.coerce.number().int().min(1).max(MAXIMUM_PAGE).default(100);

export const noticesQuerySchema = z.strictObject({
  kind: z.enum(ANNOUNCED_KINDS).optional(),
  code: z.string().min(1).max(63).optional(),
  from: instantText.optional().meta({ description: 'Announced then or later' }),
  until: instantText.optional().meta({ description: 'Announced before then' }),
  limit,
  before: id.optional(),
});
export type NoticesQuery = z.infer<typeof noticesQuerySchema>;

export const noticeParamsSchema = z.object({ id });
export type NoticeParams = z.infer<typeof noticeParamsSchema>;

export const concernedQuerySchema = z.strictObject({
  format: z
    .enum(['json', 'csv'])
    .default('json')
    .meta({ description: '`csv` is all of them in one file; `json` a page' }),
  limit,
  after: z
    .string()
    .regex(/^\d{1,15}:\d{1,15}$/, 'as `next` of the page before')
    .optional(),
});
export type ConcernedQuery = z.infer<typeof concernedQuerySchema>;

export interface NoticeView {
  readonly id: number;
  readonly kind: string;
  readonly code: string;
  readonly version: number;
  readonly audience: NoticeAudience;
  readonly channels: readonly string[];
  readonly announcedAt: string;
  readonly effectiveFrom: string;
  readonly text: string;
  readonly createdAt: string;
}

export interface NoticesView {
  readonly notices: readonly NoticeView[];
  /** `before` of the next page; null on the last. */
  readonly next: number | null;
}

export interface ConcernedView {
  readonly account: string;
  readonly subscriptionId: number;
  readonly customer: string | null;
  readonly segment: string;
  readonly channel: string | null;
  readonly plan: string;
  /** That it was sold as. */
  readonly planVersion: number;
}

export interface ConcernedPage {
  readonly subscriptions: readonly ConcernedView[];
  /** `after` of the next page; null on the last. */
  readonly next: string | null;
}
