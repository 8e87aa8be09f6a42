import { z } from 'zod';
import type { NoticeAudience } from '@ciyuan/core/catalogue';
import { ANNOUNCED_KINDS, CONCERNED_ORDER, NOTICE_ORDER } from '@ciyuan/modules/catalogue';
import { instantFilter, pageQuery } from '@ciyuan/platform/lists';
import { codeText, instantText } from '@ciyuan/platform/validation';

const id = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

export const noticesQuerySchema = z.strictObject({
  ...pageQuery(NOTICE_ORDER),
  kind: z.enum(ANNOUNCED_KINDS).optional(),
  code: z.string().min(1).max(63).optional(),
  from: instantText.optional().meta({ description: 'Announced then or later' }),
  until: instantText.optional().meta({ description: 'Announced before then' }),
  effectiveFrom: instantFilter.meta({ description: 'Of versions that begin then or later' }),
  effectiveUntil: instantFilter.meta({ description: 'Of versions that begin before then' }),
});
export type NoticesQuery = z.infer<typeof noticesQuerySchema>;

export const noticeParamsSchema = z.object({ id });
export type NoticeParams = z.infer<typeof noticeParamsSchema>;

export const concernedQuerySchema = z.strictObject({
  ...pageQuery(CONCERNED_ORDER),
  format: z
    .enum(['json', 'csv'])
    .default('json')
    .meta({ description: '`csv` is all of them in one file; `json` a page' }),
  plan: codeText.optional(),
  segment: codeText.optional(),
  channel: codeText.optional(),
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
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
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
  /** Whether its prices are held when the version begins, so that the announced one does not reach it then. */
  readonly protected: boolean;
  /** From then on it pays as announced; null where nothing is held, and where it is as long as it runs. */
  readonly protectedUntil: string | null;
}

export interface ConcernedPageView {
  readonly subscriptions: readonly ConcernedView[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
}
