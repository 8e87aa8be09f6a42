import { codeText, currencyCode, decimalText, displayName } from '@ciyuan/platform/validation';
import { z } from 'zod';

const FEN_PLACES = 2;
const PERCENT_PLACES = 6;
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month, YYYY-MM');

export const clawbackSchema = z
  .strictObject({
    month,
    currency: currencyCode.default('CNY'),
    party: codeText.optional().meta({ description: 'Its part alone; of all parties where none is named' }),
    plan: codeText.optional(),
    model: z.string().min(1).max(200).optional(),
    reason: displayName.meta({
      description: 'Refund, chargeback, never collected; whose, by which document',
    }),
    revenue: decimalText(FEN_PLACES)
      .optional()
      .meta({ description: 'What did not last, net of VAT, of all parties together' }),
    percent: decimalText(PERCENT_PLACES)
      .optional()
      .meta({ description: 'Instead of an amount: of what was shared, above 0, at most 100' }),
  })
  .refine(({ revenue, percent }) => (revenue === undefined) !== (percent === undefined), {
    path: ['revenue'],
    message: 'either revenue or percent',
  });
export type ClawbackRequestBody = z.infer<typeof clawbackSchema>;

export const clawbackParamsSchema = z.object({
  id: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
});
export type ClawbackParams = z.infer<typeof clawbackParamsSchema>;

export const decisionSchema = z.strictObject({ note: displayName.optional() });
export type DecisionRequest = z.infer<typeof decisionSchema>;

export const clawbacksQuerySchema = z.strictObject({ month: month.optional() });
export type ClawbacksQuery = z.infer<typeof clawbacksQuerySchema>;

/** Amounts are decimals in the currency; what a part takes is below zero. */
export interface ClawbackView {
  readonly id: number;
  readonly month: string;
  readonly currency: string;
  readonly party: string | null;
  readonly plan: string | null;
  readonly model: string | null;
  readonly shared: string;
  readonly revenue: string;
  readonly reason: string;
  readonly requestedBy: string;
  readonly requestedAt: string;
  readonly parts: readonly {
    readonly party: string;
    readonly shared: string;
    readonly share: string;
    readonly reference: string;
  }[];
  readonly decision: {
    readonly state: string;
    readonly month: string | null;
    readonly decidedBy: string;
    readonly decidedAt: string;
    readonly note: string | null;
  } | null;
}

export interface ClawbacksView {
  readonly clawbacks: readonly ClawbackView[];
}
