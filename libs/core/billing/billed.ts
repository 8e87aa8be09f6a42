import type { Fen, PicoYuan } from '../kernel';

/** What final documents that stand have billed under one key. */
export interface Billed {
  readonly exact: PicoYuan;
  readonly grossFen: Fen;
  readonly netFen: Fen;
  readonly milliTokens: bigint;
  /** The latest document that stands and has a line of the key. */
  readonly invoiceId: number | null;
  /** The latest one that was voided. */
  readonly voidedInvoiceId: number | null;
}

export const NOT_BILLED: Billed = {
  exact: 0n,
  grossFen: 0n,
  netFen: 0n,
  milliTokens: 0n,
  invoiceId: null,
  voidedInvoiceId: null,
};

/** Where a map of what was billed has an account's key. */
export const billedKey = (accountId: number, key: string): string => `${accountId} ${key}`;
