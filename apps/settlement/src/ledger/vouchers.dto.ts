import { z } from 'zod';
import { bookMonth } from './books.dto';

const flag = z.enum(['true', 'false']).default('false');

export const vouchersQuerySchema = z.strictObject({
  month: bookMonth,
  /** The same vouchers with their sides swapped, under numbers of their own. */
  reversal: flag,
  /** Of a month that is not closed as well; its numbers end in -P. */
  provisional: flag,
});
export type VouchersQuery = z.infer<typeof vouchersQuerySchema>;

export interface VoucherView {
  readonly number: string;
  readonly date: string;
  readonly currency: string;
  readonly debit: string;
  readonly credit: string;
  /** Before rounding to the fen. */
  readonly exactDebit: string;
  readonly exactCredit: string;
  readonly lines: readonly {
    readonly line: number;
    readonly erpAccount: string;
    readonly erpName: string;
    readonly ledgerAccount: string;
    readonly party: string | null;
    readonly text: string;
    /** Two decimals; one of the two is 0.00. */
    readonly debit: string;
    readonly credit: string;
    /** What it stands for in the ledger, a debit positive; 0 for what rounding the others left. */
    readonly exact: string;
  }[];
}

export interface VouchersView {
  readonly month: string;
  readonly state: string;
  readonly vouchers: readonly VoucherView[];
  /** Of the export. */
  readonly file: { readonly name: string; readonly sha256: string; readonly bytes: number };
}
