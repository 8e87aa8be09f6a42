import { z } from 'zod';
import type { SplitRuleDocument } from '@ciyuan/core/charging';
import type { SplitRule, SplitStep } from '@ciyuan/core/settlement';
import { TOKEN_CLASSES } from '@ciyuan/core/usage';
import { codeText, currencyCode, decimalText, fractionText } from '@ciyuan/platform/validation';
import { modelName } from './model-name';

const RATE_PLACES = 6;
/** As fine as the ledger; the rule's own check says what a figure may be. */
const AMOUNT_PLACES = 12;

const amount = decimalText(AMOUNT_PLACES);
const start = { party: codeText, floor: z.exactOptional(amount) };

const step: z.ZodType<SplitStep> = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('percent'),
    ...start,
    basis: z.enum(['gross', 'net', 'remaining']),
    value: amount,
  }),
  z.strictObject({ type: z.literal('cost'), ...start }),
  z.strictObject({
    type: z.literal('perMillion'),
    ...start,
    class: z.enum([...TOKEN_CLASSES, '*']),
    value: amount,
    onFree: z.exactOptional(z.boolean()),
  }),
  z.strictObject({
    type: z.literal('tieredPercent'),
    ...start,
    basis: z.enum(['net', 'remaining']),
    tiers: z.array(z.strictObject({ upTo: amount.nullable(), value: amount })),
  }),
]);

const rule: z.ZodType<SplitRule> = z.strictObject({
  vatRate: fractionText(RATE_PLACES),
  vatIncluded: z.boolean(),
  residual: codeText,
  steps: z.array(step),
  minimumGuarantees: z.exactOptional(z.array(z.strictObject({ party: codeText, amount }))),
});

export const splitRuleSchema: z.ZodType<SplitRuleDocument> = z.strictObject({
  code: codeText,
  match: z.strictObject({
    plan: z.exactOptional(codeText),
    model: z.exactOptional(modelName),
    computeOwner: z.exactOptional(codeText),
  }),
  breakage: z.enum(['operator', 'as_consumed']),
  currency: z.exactOptional(currencyCode),
  rule,
});
