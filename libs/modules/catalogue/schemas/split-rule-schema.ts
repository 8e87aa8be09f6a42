import { z } from 'zod';
import type { SplitRuleDocument } from '@ciyuan/core/charging';
import type { SplitRule, SplitStep, TrialCost } from '@ciyuan/core/settlement';
import { TOKEN_CLASSES } from '@ciyuan/core/usage';
import { codeText, currencyCode, decimalText, fractionText } from '@ciyuan/platform/validation';
import { modelName, modelPattern } from './model-name';

const RATE_PLACES = 6;
/** As fine as the ledger; the rule's own check says what a figure may be. */
const AMOUNT_PLACES = 12;

const amount = decimalText(AMOUNT_PLACES);

const trialCost: z.ZodType<TrialCost> = z.discriminatedUnion('borneBy', [
  z.strictObject({ borneBy: z.enum(['operator', 'partner']) }),
  z.strictObject({ borneBy: z.literal('shared'), operatorPercent: amount }),
]);
const start = {
  party: codeText,
  floor: z.exactOptional(amount),
  trialCost: z.exactOptional(trialCost),
};

/** As the gateways report it. */
const chipKindName = z.string().regex(/^[\x21-\x7e]{1,64}$/, '1 to 64 printable ASCII characters');

const rate = z.strictObject({
  model: z.exactOptional(modelPattern),
  chipKind: z.exactOptional(chipKindName),
  value: amount,
});

const deduction = z.strictObject({
  name: codeText,
  basis: z.enum(['gross', 'net']),
  value: amount,
  party: z.exactOptional(codeText),
});

const step: z.ZodType<SplitStep> = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('percent'),
    ...start,
    basis: z.enum(['gross', 'net', 'distributable', 'remaining']),
    value: amount,
  }),
  z.strictObject({ type: z.literal('cost'), ...start }),
  z.strictObject({
    type: z.literal('perMillion'),
    ...start,
    class: z.enum([...TOKEN_CLASSES, '*']),
    value: amount,
    rates: z.exactOptional(z.array(rate)),
    onFree: z.exactOptional(z.boolean()),
  }),
  z.strictObject({
    type: z.literal('tieredPercent'),
    ...start,
    basis: z.enum(['net', 'distributable', 'remaining']),
    tiers: z.array(z.strictObject({ upTo: amount.nullable(), value: amount })),
  }),
]);

const rule: z.ZodType<SplitRule> = z.strictObject({
  vatRate: fractionText(RATE_PLACES),
  vatIncluded: z.boolean(),
  residual: codeText,
  deductions: z.exactOptional(z.array(deduction)),
  trialCost: z.exactOptional(trialCost),
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
