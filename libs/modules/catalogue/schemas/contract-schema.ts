import { z } from 'zod';
import type { PartnerContract } from '@ciyuan/core/catalogue';
import { codeText } from '@ciyuan/platform/validation';

const TEN_YEARS_DAYS = 3660;

export const contractSchema: z.ZodType<PartnerContract> = z.strictObject({
  partner: codeText,
  serves: z.array(z.strictObject({ vendor: codeText, computeOwner: codeText })).min(1),
  lateWindowDays: z.int().min(0).max(TEN_YEARS_DAYS),
});
