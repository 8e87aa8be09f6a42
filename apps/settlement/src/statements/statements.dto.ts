import { z } from 'zod';

const MAXIMUM_PAGE = 10_000;

export const monthQuerySchema = z.strictObject({
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month, YYYY-MM'),
});
export type MonthQuery = z.infer<typeof monthQuerySchema>;

export const statementParamsSchema = z.object({
  runId: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
  party: z.string().max(63),
});
export type StatementParams = z.infer<typeof statementParamsSchema>;

const currency = z.string().min(1).max(16).default('CNY');
export const currencyQuerySchema = z.strictObject({ currency });
export type CurrencyQuery = z.infer<typeof currencyQuerySchema>;

export const linesQuerySchema = z.strictObject({
  currency,
  limit: z.coerce.number().int().min(1).max(MAXIMUM_PAGE).default(1_000),
  after: z.coerce.number().int().min(0).max(2_147_483_647).default(0),
});
export type LinesQuery = z.infer<typeof linesQuerySchema>;

/** Amounts are decimals in the statement's currency. */
export interface StatementView {
  readonly runId: number;
  readonly party: string;
  readonly partyName: string;
  readonly currency: string;
  readonly month: string;
  readonly version: number;
  readonly state: string;
  readonly share: string;
  readonly vat: string;
  readonly withholding: string;
  readonly payable: string;
  readonly issuedAt: string | null;
}

export interface StatementsView {
  readonly statements: readonly StatementView[];
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
}

export interface LinesView {
  readonly lines: readonly LineView[];
  /** `after` of the next page; null on the last. */
  readonly next: number | null;
}
