import { z } from 'zod';
import { parseInstant } from '@ciyuan/core/kernel';
import type { AccountType } from '@ciyuan/core/ledger';
import { instantText } from '@ciyuan/platform/validation';

export const bookMonth = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month, YYYY-MM');

export const trialBalanceQuerySchema = z
  .strictObject({
    /** What was booked until then. */
    at: instantText.meta({ format: 'date-time' }).optional(),
    /** Of an accounting month: what was there before it, and what moved in it. */
    month: bookMonth.optional(),
    /** One customer's account. */
    account: z.string().min(1).max(200).optional(),
  })
  .refine(({ at, month }) => (at === undefined) !== (month === undefined), 'either at or month')
  .transform(({ at, month, account }) => ({
    span: month === undefined ? { at: parseInstant(at as string) as number } : { month },
    account,
  }));
export type TrialBalanceQuery = z.infer<typeof trialBalanceQuerySchema>;

export const bookMonthQuerySchema = z.strictObject({ month: bookMonth });
export type BookMonthQuery = z.infer<typeof bookMonthQuerySchema>;

export interface LedgerAccountsView {
  readonly accounts: readonly {
    readonly code: string;
    readonly name: string;
    readonly chinese: string;
    readonly type: AccountType;
    readonly normalSide: string;
    readonly closesWithMonth: boolean;
  }[];
}

/** Amounts are decimals in the currency, or package tokens; none is negative. */
export interface BalanceColumns {
  readonly asset: string;
  readonly openingDebit: string;
  readonly openingCredit: string;
  readonly debits: string;
  readonly credits: string;
  readonly closingDebit: string;
  readonly closingCredit: string;
}

export interface TrialBalanceView {
  /** The one that was asked for; the other is null. */
  readonly at: string | null;
  readonly month: string | null;
  readonly account: string | null;
  /** Whether debits are credits in every asset. */
  readonly balanced: boolean;
  readonly lines: readonly (BalanceColumns & {
    readonly ledgerAccount: string;
    readonly name: string;
    readonly chinese: string;
    readonly type: AccountType;
  })[];
  readonly totals: readonly BalanceColumns[];
}

/** Net of VAT, decimals in the currency: opening + sold + stated + received − given − recognised − breakage = closing. */
export interface DeferredView {
  readonly currency: string;
  /** Null in totals. */
  readonly plan: string | null;
  readonly opening: string;
  readonly sold: string;
  readonly stated: string;
  readonly received: string;
  readonly given: string;
  readonly recognised: string;
  readonly breakage: string;
  readonly closing: string;
}

export interface DeferredRevenueView {
  readonly month: string;
  readonly reconciled: boolean;
  readonly lines: readonly DeferredView[];
  readonly totals: readonly DeferredView[];
  /** Each figure over all plans, beside what the journals have. */
  readonly reconciliation: readonly {
    readonly currency: string;
    readonly figure: string;
    readonly plans: string;
    readonly ledger: string;
    readonly difference: string;
  }[];
}
