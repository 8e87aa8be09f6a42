import { COVER_ORDER } from '@ciyuan/modules/settlement';
import { pageQuery } from '@ciyuan/platform/lists';
import { z } from 'zod';
import { currencyQuerySchema, statementParamsSchema } from './statements.dto';

export const basisParamsSchema = statementParamsSchema.extend({
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month, YYYY-MM'),
});
export type BasisParams = z.infer<typeof basisParamsSchema>;

export const coversQuerySchema = currencyQuerySchema.extend(pageQuery(COVER_ORDER));
export type CoversQuery = z.infer<typeof coversQuerySchema>;

/** What of a month’s share waits; amounts are decimals in the statement’s currency. */
export interface BasisView {
  readonly month: string;
  /** What it waits for. */
  readonly basis: 'invoiced' | 'collected';
  /** The month’s own shares above 0, and what has been taken back of them since. */
  readonly share: string;
  readonly takenBack: string;
  /** Before this statement, and after it; the difference is in what the statement holds, or releases. */
  readonly heldBefore: string;
  readonly held: string;
}

export interface BasesView {
  readonly bases: readonly BasisView[];
}

/** Amounts as the ledger has recognised them: usage as charged, sales without their tax. */
export interface CoverView {
  readonly account: string;
  /** Recognised of earlier months, and of the month. */
  readonly earlier: string;
  readonly revenue: string;
  /** Invoiced, or collected, for all of it: the oldest revenue first. */
  readonly money: string;
  /** What of the month’s revenue that covers. */
  readonly covered: string;
}

export interface CoversView {
  readonly accounts: readonly CoverView[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
}
