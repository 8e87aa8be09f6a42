import { z } from 'zod';
import type { RollOver } from '@ciyuan/core/catalogue';
import { decimalText } from '@ciyuan/platform/validation';

const PERCENT_PLACES = 6;
const MOST_MONTHS = 36;

export const rollOver: z.ZodType<RollOver> = z.strictObject({
  sharePercent: decimalText(PERCENT_PLACES),
  capPercent: z.exactOptional(decimalText(PERCENT_PLACES)),
  expiresAfterMonths: z.int().min(1).max(MOST_MONTHS),
});
