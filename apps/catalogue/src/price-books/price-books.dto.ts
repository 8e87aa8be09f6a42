import { z } from 'zod';
import type { PriceDifference } from '@ciyuan/core/catalogue';
import { COUNTERS } from '@ciyuan/core/usage';
import { BOOK_KINDS, PRICE_FORMATS, type BookBody, type BookKind } from '@ciyuan/modules/catalogue';
import { instantText } from '@ciyuan/platform/validation';

const LONGEST_NAME = 128;
const MOST_MODELS = 1_000;
const format = z.enum(PRICE_FORMATS);
/** What customers pay, or what a party asks. */
const kind = z.enum(BOOK_KINDS).default('price_book');

export const exportQuerySchema = z.strictObject({
  kind,
  version: z.coerce.number().int().min(1).optional(),
  format: format.default('csv'),
});
export type ExportQuery = z.infer<typeof exportQuerySchema>;

export const importQuerySchema = z.strictObject({ format });
export type ImportQuery = z.infer<typeof importQuerySchema>;

export const percentChangeSchema = z.strictObject({
  kind,
  /** 5 for five per cent dearer; at most four decimals, above -100 and at most 1000. */
  percent: z
    .string()
    .regex(/^-?\d{1,4}(\.\d{1,4})?$/, 'a decimal with at most four places, such as 5 or -2.5'),
  effectiveFrom: instantText,
  models: z.array(z.string().min(1).max(LONGEST_NAME)).min(1).max(MOST_MODELS).optional(),
  classes: z.array(z.enum(COUNTERS)).min(1).optional(),
});
export type PercentChangeRequest = z.infer<typeof percentChangeSchema>;

export interface PercentChangeView {
  readonly effectiveFrom: string;
  readonly basedOn: number;
  readonly body: BookBody;
  readonly dropped: number;
  readonly differences: readonly PriceDifference[];
}

export interface ImportView {
  readonly kind: BookKind;
  readonly body: BookBody;
  readonly comparedWith: number | null;
  readonly differences: readonly PriceDifference[];
}
