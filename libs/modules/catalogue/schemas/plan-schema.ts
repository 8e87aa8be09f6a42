import { z } from 'zod';
import {
  COMMITMENT_MODES,
  COMMITMENT_MONTHS,
  EXHAUSTIONS,
  GRANT_SOURCES,
  type Plan,
} from '@ciyuan/core/catalogue';
import { codeText, currencyCode, decimalText, displayName, fractionText } from '@ciyuan/platform/validation';
import { audience } from './eligibility-rule-schema';
import { modelPattern } from './model-name';
import { rollOver } from './roll-over-schema';
import { memberAllowanceSchema, planLimitsSchema } from './plan-limits-schema';

const FEN_PLACES = 2;
const PRICE_PLACES = 6;
const RATE_PLACES = 6;
const HIGHEST_PRIORITY = 1000;
const HOURS_OF_A_YEAR = 8784;

const allowance = z.strictObject({
  tokens: z.int().min(1),
  models: z.array(modelPattern).min(1),
  source: z.enum(GRANT_SOURCES),
  priority: z.exactOptional(z.int().min(0).max(HIGHEST_PRIORITY)),
});

const bundle = z.strictObject({
  parts: z.array(
    z.strictObject({
      code: codeText,
      name: displayName,
      kind: z.enum(['tokens', 'product']),
      standAlonePrice: decimalText(FEN_PLACES),
    }),
  ),
});

const commitment = z.strictObject({
  mode: z.enum(COMMITMENT_MODES),
  models: z.array(modelPattern).min(1),
  pricePerMillion: z.exactOptional(decimalText(PRICE_PLACES)),
  overPricePerMillion: z.exactOptional(decimalText(PRICE_PLACES)),
  shortfallPercent: z.exactOptional(decimalText(PRICE_PLACES)),
  makeUp: z.exactOptional(
    z.strictObject({ percentOfShortfall: decimalText(PRICE_PLACES), withinPeriods: z.int().min(1) }),
  ),
  periodMonths: z.literal(COMMITMENT_MONTHS),
  periods: z.array(z.strictObject({ committed: decimalText(FEN_PLACES) })).min(1),
});

const eligibility = z.strictObject({
  ...audience,
  oncePerCustomer: z.exactOptional(z.boolean()),
  holds: z.exactOptional(z.array(codeText)),
});

const firstPeriod = z.strictObject({
  mode: z.enum(['full', 'prorated']),
  denominator: z.enum(['actual', 'thirty', 'yearly']),
  allowanceRounding: z.enum(['up', 'down']),
});

const priceProtection = z.union([z.strictObject({ months: z.int().min(1).max(60) }), z.literal('term')]);

export const planSchema: z.ZodType<Plan> = z.strictObject({
  code: codeText,
  role: z.enum(['base', 'package', 'pack', 'trial', 'commitment']),
  name: displayName,
  segment: z.exactOptional(codeText),
  eligibility: z.exactOptional(eligibility),
  eligibilityRule: z.exactOptional(codeText),
  retired: z.exactOptional(z.boolean()),
  campaignPool: z.exactOptional(codeText),
  currency: currencyCode,
  price: decimalText(FEN_PLACES),
  vatRate: fractionText(RATE_PLACES),
  allowance: z.exactOptional(allowance),
  bundle: z.exactOptional(bundle),
  commitment: z.exactOptional(commitment),
  validityDays: z.exactOptional(z.int().min(1)),
  rollOver: z.exactOptional(rollOver),
  transferable: z.exactOptional(z.boolean()),
  cycleAnchor: z.enum(['calendar', 'order_day']),
  firstPeriod,
  planChange: z.exactOptional(firstPeriod.omit({ mode: true })),
  priceProtection: z.exactOptional(priceProtection),
  exhaustion: z.enum(EXHAUSTIONS),
  overageCap: z.exactOptional(decimalText(FEN_PLACES)),
  priceBook: z.exactOptional(codeText),
  coefficientTable: z.exactOptional(codeText),
  coefficients: z.enum(['at_issue', 'follow']),
  latenessHours: z.int().min(0).max(HOURS_OF_A_YEAR),
  limits: z.exactOptional(planLimitsSchema),
  members: z.exactOptional(memberAllowanceSchema),
});
