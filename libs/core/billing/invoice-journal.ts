import { fenToPico, type Fen, type PicoYuan } from '../kernel';
import { postings, type MoneyFlow, type Posting } from '../ledger';
import type { LineKind } from './chargeable';

/** What of a line moves the ledger. */
export interface LineToPost {
  readonly accountId: number;
  readonly kind: LineKind;
  readonly onTop: boolean;
  readonly exact: PicoYuan;
  readonly grossFen: Fen;
  readonly taxFen: Fen;
}

export interface AccountPosting extends Posting {
  readonly accountId: number;
}

/**
 * The journal of a final document, each account's own balanced by itself: usage becomes receivable, what the fen leave
 * goes to `rounding`, and its output VAT is owed from now on. Sales, fees and shortfalls were booked when they were sold.
 */
export function invoiceJournal(currency: string, lines: readonly LineToPost[]): AccountPosting[] {
  return combined(
    lines
      .filter(({ kind }) => kind === 'usage')
      .flatMap(({ accountId, exact, grossFen, taxFen, onTop }) => {
        const tax = fenToPico(taxFen);
        const used = exact + (onTop ? tax : 0n);
        const flows: readonly (readonly [MoneyFlow, PicoYuan])[] = [
          ['usageBilled', used],
          ['usageBillRounded', fenToPico(grossFen) - used],
          ['usageTaxInvoiced', tax],
        ];
        return posted(accountId, currency, flows);
      }),
  );
}

/** The journal of what is credited out of goodwill: less is owed, and less revenue and tax were earned. */
export const creditJournal = (
  currency: string,
  lines: readonly { readonly accountId: number; readonly netFen: Fen; readonly taxFen: Fen }[],
): AccountPosting[] =>
  combined(
    lines.flatMap(({ accountId, netFen, taxFen }) =>
      posted(accountId, currency, [
        ['adjustmentNet', fenToPico(netFen)],
        ['adjustmentTax', fenToPico(taxFen)],
      ]),
    ),
  );

const posted = (
  accountId: number,
  currency: string,
  flows: readonly (readonly [MoneyFlow, PicoYuan])[],
): AccountPosting[] =>
  flows.flatMap(([flow, amount]) =>
    postings(flow, amount, currency).map((posting) => ({ ...posting, accountId })),
  );

/** One line for each account of each owner, in the order in which they came; none for nothing. */
function combined(all: readonly AccountPosting[]): AccountPosting[] {
  const lines = new Map<string, AccountPosting>();
  for (const one of all) {
    const key = `${one.accountId} ${one.account}`;
    lines.set(key, { ...one, amount: (lines.get(key)?.amount ?? 0n) + one.amount });
  }
  return [...lines.values()].filter(({ amount }) => amount !== 0n);
}
