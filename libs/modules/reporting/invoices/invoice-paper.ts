import { dayOf, type Fen, type Instant } from '@ciyuan/core/kernel';
import type { InvoiceDetails, InvoiceLine } from '@ciyuan/modules/billing';
import { OPERATOR_ZONE } from '@ciyuan/modules/ledger';

export const INVOICE_FORMATS = ['pdf', 'xlsx', 'json'] as const;
export type InvoiceFormat = (typeof INVOICE_FORMATS)[number];

/** A final document as it goes out: of the same document in the same state every file is the same, byte for byte. */
export interface InvoicePaper extends InvoiceDetails {
  /** The operator. */
  readonly seller: { readonly code: string; readonly name: string };
}

export const VOID_MARK = '作废 VOID';

export const TITLES = {
  invoice: ['账单', 'Invoice'],
  credit_note: ['红字账单', 'Credit note'],
} as const;

export const isVoid = ({ invoice }: InvoiceDetails): boolean => invoice.state === 'voided';

/** What is left to pay of the document alone: nothing of a void one; below zero it is owed to the customer. */
export const amountDue = (paper: InvoiceDetails): Fen =>
  isVoid(paper) ? 0n : paper.invoice.grossFen - paper.invoice.creditedFen;

/** Numbers of the credit notes that were issued on it. */
export const notesOf = ({ creditNotes }: InvoiceDetails): string[] =>
  creditNotes.flatMap(({ number }) => (number === null ? [] : [number]));

export interface AccountLines {
  readonly account: string;
  readonly lines: readonly InvoiceLine[];
}

/** The lines of each account, accounts in the order in which they come first. */
export function byAccount(lines: readonly InvoiceLine[]): AccountLines[] {
  const groups = new Map<string, InvoiceLine[]>();
  for (const line of lines) {
    const group = groups.get(line.account);
    if (group === undefined) groups.set(line.account, [line]);
    else group.push(line);
  }
  return Array.from(groups, ([account, own]) => ({ account, lines: own }));
}

export interface Amounts {
  readonly netFen: Fen;
  readonly taxFen: Fen;
  readonly grossFen: Fen;
}

export const sumOf = (lines: readonly Amounts[]): Amounts =>
  lines.reduce(
    (sum, { netFen, taxFen, grossFen }) => ({
      netFen: sum.netFen + netFen,
      taxFen: sum.taxFen + taxFen,
      grossFen: sum.grossFen + grossFen,
    }),
    { netFen: 0n, taxFen: 0n, grossFen: 0n },
  );

export const localDay = (at: Instant): string => dayOf(OPERATOR_ZONE, at);

/** The last day that a period has; of none of its own, null. */
export const lastDay = (endsAt: Instant | null): string | null =>
  endsAt === null ? null : localDay(endsAt - 1);
