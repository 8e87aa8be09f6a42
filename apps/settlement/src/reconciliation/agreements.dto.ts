import { TOLERANCE_RULES } from '@ciyuan/core/reconciliation';
import { FIELDS, type Columns } from '@ciyuan/modules/reconciliation';
import { codeText, decimalText, fractionText, instantText } from '@ciyuan/platform/validation';
import { z } from 'zod';

/** Our names of columns: theirs. */
export const columnsSchema = z.partialRecord(z.enum(FIELDS), z.string().trim().min(1).max(100));

const tolerance = (places: number) =>
  z
    .strictObject({
      /** Tokens, or yuan. */
      absolute: decimalText(places).default('0'),
      /** A share of our own figure: 0.005 for half a per cent. */
      relative: fractionText(6).default('0'),
      /** Whether one of both is enough. */
      rule: z.enum(TOLERANCE_RULES).default('any'),
    })
    .default({ absolute: '0', relative: '0', rule: 'any' });

export const agreementParamsSchema = z.object({ party: codeText });
export type AgreementParams = z.infer<typeof agreementParamsSchema>;

export const newAgreementSchema = z.strictObject({
  tokens: tolerance(0),
  money: tolerance(12),
  /** Our names of columns: theirs. */
  columns: columnsSchema.default({}),
  /** From now on, where nothing is said. */
  effectiveFrom: instantText.optional().meta({ format: 'date-time' }),
});
export type NewAgreementRequest = z.infer<typeof newAgreementSchema>;

export interface ToleranceView {
  readonly absolute: string;
  readonly relative: string;
  readonly rule: (typeof TOLERANCE_RULES)[number];
}

export interface AgreementView {
  readonly number: number;
  readonly effectiveFrom: string;
  readonly tokens: ToleranceView;
  readonly money: ToleranceView;
  readonly columns: Columns;
  readonly agreedAt: string;
  readonly agreedBy: string;
}

export interface AgreementsView {
  readonly agreements: readonly AgreementView[];
}
