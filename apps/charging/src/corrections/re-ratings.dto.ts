import { parseInstant } from '@ciyuan/core/kernel';
import { z } from 'zod';
import { reason } from './voids.dto';

const instant = z
  .string()
  .refine((text) => parseInstant(text) !== undefined, 'an instant with an offset')
  .meta({ format: 'date-time' });

export const reRatingSchema = z
  .strictObject({
    account: z.string().min(1).max(64),
    from: instant.meta({ description: 'The first instant of the records: ISO 8601 with an offset' }),
    until: instant.meta({ description: 'The instant after the last: ISO 8601 with an offset' }),
    reason,
    apply: z.boolean().default(false),
    digest: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'the digest of what was shown')
      .optional()
      .meta({ description: 'With apply: of the differences as they were shown' }),
  })
  .refine(({ apply, digest }) => !apply || digest !== undefined, {
    path: ['digest'],
    message: 'missing: what is applied is what was shown',
  });
export type ReRatingRequest = z.infer<typeof reRatingSchema>;

export const monthSchema = z.strictObject({
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month, YYYY-MM'),
});
export type MonthRequest = z.infer<typeof monthSchema>;

interface DrawView {
  readonly grant: string;
  /** Package tokens; three decimals at most. */
  readonly tokens: string;
}

/** Yuan; with VAT where customers are charged it. A cost is null where no book prices it. */
export interface RatingView {
  readonly model: string;
  readonly draws: readonly DrawView[];
  readonly overageTokens: number;
  readonly overageKind: string | null;
  readonly usageYuan: string;
  readonly vendorCostYuan: string | null;
  readonly computeCostYuan: string | null;
  readonly basePlanVersionId: number | null;
  readonly priceVersionId: number | null;
  readonly commitmentTokens: number | null;
}

interface RecordView {
  readonly partner: string;
  readonly source: string;
  readonly id: string;
  readonly at: string;
  readonly model: string;
}

export interface DifferenceView extends RecordView {
  readonly before: RatingView;
  readonly after: RatingView;
  /** What is booked. */
  readonly change: ChangeView;
}

export interface ChangeView {
  readonly draws: readonly DrawView[];
  readonly usageYuan: string;
  readonly vendorCostYuan: string;
  readonly computeCostYuan: string;
}

export interface ReRatingView {
  readonly account: string;
  readonly applied: boolean;
  readonly digest: string;
  /** Of all differences together. */
  readonly totals: ChangeView & { readonly records: number };
  readonly differences: readonly DifferenceView[];
  /** Records that the catalogue in force would not charge: they keep their rating. */
  readonly kept: readonly (RecordView & { readonly reason: string; readonly detail: string })[];
}
