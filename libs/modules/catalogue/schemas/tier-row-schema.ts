import { z } from 'zod';
import type { TierComponentDocument, TierRow } from '@ciyuan/core/catalogue';
import { COUNTERS } from '@ciyuan/core/usage';
import { codeText, decimalText } from '@ciyuan/platform/validation';
import { modelPattern } from './model-name';

const PICO_PLACES = 12;
const whole = decimalText(0);
const yuan = decimalText(PICO_PLACES);

const ladderRow = z.strictObject({
  upTo: whole.nullable(),
  unitPrice: z.exactOptional(yuan),
  flatFee: z.exactOptional(yuan),
});

const component: z.ZodType<TierComponentDocument> = z.discriminatedUnion('mode', [
  z.strictObject({
    mode: z.enum(['graduated', 'volume', 'stairstep']),
    per: z.exactOptional(whole),
    tiers: z.array(ladderRow),
  }),
  z.strictObject({
    mode: z.literal('package'),
    packageSize: whole,
    packagePrice: yuan,
    freeUnits: z.exactOptional(whole),
  }),
]);

export const tierRowSchema: z.ZodType<TierRow> = z.strictObject({
  lineage: codeText,
  models: z.array(modelPattern).min(1),
  classes: z.array(z.enum(COUNTERS)).min(1),
  window: z.enum(['billing_period', 'contract_year', 'lifetime']),
  counts: z.enum(['overage', 'all']),
  component,
});
