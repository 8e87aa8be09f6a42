import { Injectable } from '@nestjs/common';
import { invoiceOfCharge, type InvoicedLine } from '@ciyuan/core/billing';
import type { Tx } from '@ciyuan/platform/database';
import { InvoicedChargesStore, type InvoicedAccount } from './invoiced-charges.store';

/** So many numbers of usage are looked up at a time. */
const NUMBERS_A_PAGE = 5_000;

/** The final documents that charges of one account stand on, inside the transaction that asked. */
export interface InvoicesOfCharges {
  /** Of a charge under a key, by its number of the account's sequence; null where it is on none. */
  ofKey(key: string, sequence: number): string | null;
  /** Of a record of usage, or of an entry that corrects one, by its number. */
  ofUsage(sequence: number): Promise<string | null>;
}

/** Finds out where an account's charges were billed. */
@Injectable()
export class FindInvoicesOfCharges {
  constructor(private readonly charges: InvoicedChargesStore) {}

  /** Reads the lines of the account; the keys of its usage page by page, as they are asked for. */
  async run(tx: Tx, account: InvoicedAccount): Promise<InvoicesOfCharges> {
    const lines = await this.charges.lines(tx, account.id);
    const ofKey = (key: string, sequence: number): string | null =>
      invoiceOfCharge(lines.get(key) ?? [], sequence);
    const keyOf = this.keys(tx, account, lines);
    return {
      ofKey,
      ofUsage: async (sequence) => {
        const key = await keyOf(sequence);
        return key === undefined ? null : ofKey(key, sequence);
      },
    };
  }

  /** One page is held at a time: numbers are asked for in their order. */
  private keys(
    tx: Tx,
    account: InvoicedAccount,
    lines: ReadonlyMap<string, readonly InvoicedLine[]>,
  ): (sequence: number) => Promise<string | undefined> {
    let page: { readonly from: number; readonly keys: ReadonlyMap<number, string> } | undefined;
    return async (sequence) => {
      if (lines.size === 0) return undefined;
      const from = Math.floor(sequence / NUMBERS_A_PAGE) * NUMBERS_A_PAGE;
      if (page?.from !== from)
        page = { from, keys: await this.charges.usageKeys(tx, account, from, from + NUMBERS_A_PAGE - 1) };
      return page.keys.get(sequence);
    };
  }
}
