import { z } from 'zod';
import {
  WINDOW_KINDS,
  WINDOW_LENGTHS,
  WINDOW_UNITS,
  type MemberAllowance,
  type PlanLimits,
} from '@ciyuan/core/catalogue';
import { decimalText } from '@ciyuan/platform/validation';
import { hours } from './hours-schema';
import { modelPattern } from './model-name';

const FEN_PLACES = 2;
const FACTOR_PLACES = 3;

const multiplier = z.strictObject({
  model: modelPattern,
  factor: decimalText(FACTOR_PLACES),
  timeBand: z.exactOptional(z.strictObject(hours)),
});

const usageWindow = z.strictObject({
  unit: z.enum(WINDOW_UNITS),
  kind: z.enum(WINDOW_KINDS),
  length: z.enum(WINDOW_LENGTHS),
  limit: z.int(),
  models: z.exactOptional(z.array(modelPattern)),
  multipliers: z.exactOptional(z.array(multiplier)),
});

export const planLimitsSchema: z.ZodType<PlanLimits> = z.strictObject({
  windows: z.exactOptional(z.array(usageWindow)),
  tokensPerMinute: z.exactOptional(z.int()),
  requestsPerMinute: z.exactOptional(z.int()),
  assuredTokensPerMinute: z.exactOptional(z.int()),
  spendCap: z.exactOptional(
    z.strictObject({ amount: decimalText(FEN_PLACES), per: z.enum(['day', 'month']) }),
  ),
  alerts: z.exactOptional(z.array(z.int())),
});

export const memberAllowanceSchema: z.ZodType<MemberAllowance> = z.strictObject({
  perMember: z.strictObject({ tokens: z.int(), per: z.enum(['day', 'week', 'month']) }),
  poolOf: z.literal('allowance'),
});
