import { TRANSFER_KINDS, type StatementLineKind } from '@ciyuan/core/settlement';
import { EXPORT_FORMATS } from '@ciyuan/modules/reporting';
import { LINE_ORDER, RUN_KINDS, STATEMENT_ORDER, STATEMENT_STATES } from '@ciyuan/modules/settlement';
import { MAXIMUM_PAGE, pageQuery } from '@ciyuan/platform/lists';
import { z } from 'zod';

const LINE_KINDS = [
  'share',
  'guarantee',
  'adjustment',
  ...TRANSFER_KINDS,
] as const satisfies readonly StatementLineKind[];
const MOST_LINES = 10_000;
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month, YYYY-MM');

export const statementsQuerySchema = z.strictObject({
  ...pageQuery(STATEMENT_ORDER, { usual: MAXIMUM_PAGE }),
  kind: z.enum(RUN_KINDS).optional().meta({
    description: 'Settlements where neither this nor a run is named',
  }),
  month: month.optional(),
  runId: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
  party: z.string().min(1).max(63).optional(),
  currency: z.string().min(1).max(16).optional(),
  state: z
    .enum(STATEMENT_STATES)
    .optional()
    .meta({ description: 'All that stand where nothing is said; `superseded` are those that do not' }),
});
export type StatementsQuery = z.infer<typeof statementsQuerySchema>;

export const statementParamsSchema = z.object({
  runId: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
  party: z.string().max(63),
});
export type StatementParams = z.infer<typeof statementParamsSchema>;

export const exportParamsSchema = statementParamsSchema.extend({ format: z.enum(EXPORT_FORMATS) });
export type ExportParams = z.infer<typeof exportParamsSchema>;

const currency = z.string().min(1).max(16).default('CNY');
export const currencyQuerySchema = z.strictObject({ currency });
export type CurrencyQuery = z.infer<typeof currencyQuerySchema>;

export const linesQuerySchema = z.strictObject({
  ...pageQuery(LINE_ORDER, { usual: MAXIMUM_PAGE, most: MOST_LINES }),
  currency,
  lineKind: z.enum(LINE_KINDS).optional(),
  originMonth: month.optional(),
  plan: z.string().min(1).max(63).optional(),
  model: z.string().min(1).max(200).optional(),
});
export type LinesQuery = z.infer<typeof linesQuerySchema>;

/** Amounts are decimals in the statement's currency. */
export interface StatementView {
  readonly runId: number;
  /** `settlement`, or `proforma` for an indication that is never issued. */
  readonly kind: string;
  readonly party: string;
  readonly partyName: string;
  readonly currency: string;
  readonly month: string;
  readonly version: number;
  readonly state: string;
  readonly share: string;
  readonly vat: string;
  readonly withholding: string;
  /** Kept for a later month, and paid of earlier ones. */
  readonly held: string;
  readonly released: string;
  readonly payable: string;
  readonly issuedAt: string | null;
}

export interface StatementsView {
  readonly statements: readonly StatementView[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
}

export interface LineView {
  readonly line: number;
  readonly lineKind: string;
  readonly originMonth: string;
  readonly plan: string | null;
  readonly model: string | null;
  readonly vendor: string | null;
  readonly computeOwner: string | null;
  readonly channel: string | null;
  readonly chipKind: string | null;
  readonly kind: string | null;
  readonly paid: boolean | null;
  readonly records: string;
  readonly tokens: string;
  readonly gross: string;
  readonly share: string;
  /** With whom something moved outside the splits, and what for. */
  readonly counterparty: string | null;
  readonly reference: string | null;
}

export interface LinesView {
  readonly lines: readonly LineView[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
}
