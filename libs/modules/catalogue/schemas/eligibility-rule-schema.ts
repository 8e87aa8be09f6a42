import { z } from 'zod';
import { CUSTOMER_KINDS, type EligibilityRule } from '@ciyuan/core/catalogue';
import { codeText, displayName, regionCode } from '@ciyuan/platform/validation';

/** Whom something is for; in a plan and in a rule alike. */
export const audience = {
  segments: z.exactOptional(z.array(codeText)),
  regions: z.exactOptional(z.array(regionCode)),
  customerKinds: z.exactOptional(z.array(z.enum(CUSTOMER_KINDS))),
  verified: z.exactOptional(z.boolean()),
};

export const eligibilityRuleSchema: z.ZodType<EligibilityRule> = z.strictObject({
  code: codeText,
  name: displayName,
  ...audience,
});
