import { z } from 'zod';
import type { PriceBook, PriceEntry, PriceMultiplier, TimeBand } from '@ciyuan/core/catalogue';
import type { CostBook } from '@ciyuan/core/charging';
import { COUNTERS } from '@ciyuan/core/usage';
import { codeText, currencyCode, decimalText, instantText, zoneName } from '@ciyuan/platform/validation';
import { hours } from './hours-schema';
import { modelPattern } from './model-name';
import { tierRowSchema } from './tier-row-schema';

const PRICE_PLACES = 6;
const FACTOR_PLACES = 9;

/** As records name them: a condition of other characters would never be met. */
const dimension = z.string().regex(/^[\x21-\x7e]{1,64}$/, '1 to 64 printable ASCII characters');
const dimensions = z.record(dimension, dimension);
const bound = z.int().min(0);

const timeBand: z.ZodType<TimeBand> = z.strictObject({
  ...hours,
  holidays: z.exactOptional(codeText),
  on: z.exactOptional(z.enum(['holidays', 'workdays'])),
});

const entry: z.ZodType<PriceEntry> = z.strictObject({
  model: modelPattern,
  class: z.enum(COUNTERS),
  price: decimalText(PRICE_PLACES),
  effectiveFrom: instantText,
  effectiveTo: z.exactOptional(instantText),
  serviceTier: z.exactOptional(codeText),
  when: z.exactOptional(dimensions),
  promptOver: z.exactOptional(bound),
  completionOver: z.exactOptional(bound),
  timeBand: z.exactOptional(timeBand),
});

const multiplier: z.ZodType<PriceMultiplier> = z.strictObject({
  model: modelPattern,
  when: dimensions,
  factor: decimalText(FACTOR_PLACES),
});

const book = {
  code: codeText,
  zone: zoneName,
  currency: currencyCode,
  entries: z.array(entry),
  multipliers: z.array(multiplier),
  tiers: z.array(tierRowSchema),
};

export const priceBookSchema: z.ZodType<PriceBook> = z.strictObject(book);

export const costBookSchema: z.ZodType<CostBook> = z.strictObject({ ...book, party: codeText });
