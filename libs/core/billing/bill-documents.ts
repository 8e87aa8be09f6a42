import type { Fen } from '../kernel';
import { billLine, type BillLine } from './bill-line';
import { NOT_BILLED, billedKey, type Billed } from './billed';
import { LINE_KINDS, type Chargeable } from './chargeable';

/** Who an invoice is made out to: an account by itself, or a customer for all its accounts. */
export interface Payer {
  readonly kind: 'account' | 'customer';
  readonly code: string;
}

export interface PayerAccount {
  readonly accountId: number;
  readonly payer: Payer;
}

export interface BillDocument {
  readonly payer: Payer;
  readonly currency: string;
  readonly kind: 'invoice' | 'credit_note';
  /** Of a credit note: the latest document that billed any of its keys. */
  readonly correctsId: number | null;
  /** The voided document whose keys are billed again here. */
  readonly replacesId: number | null;
  readonly lines: readonly BillLine[];
  readonly grossFen: Fen;
  readonly netFen: Fen;
  readonly taxFen: Fen;
}

/**
 * One document for each payer and currency, in the order of the accounts, out of what was charged less what was billed.
 * A payer of whom nothing is left has none; less than nothing makes a credit note.
 */
export function billDocuments(
  accounts: readonly PayerAccount[],
  charges: readonly Chargeable[],
  billed: ReadonlyMap<string, Billed>,
): BillDocument[] {
  const places = new Map(accounts.map(({ accountId, payer }, index) => [accountId, { payer, index }]));
  const placeOf = (accountId: number): { readonly payer: Payer; readonly index: number } => {
    const place = places.get(accountId);
    if (place === undefined) throw new Error(`account ${accountId} has no payer`);
    return place;
  };
  const documents = new Map<string, { payer: Payer; currency: string; index: number; lines: BillLine[] }>();
  for (const charge of charges) {
    const line = billLine(charge, billed.get(billedKey(charge.accountId, charge.key)) ?? NOT_BILLED);
    if (line === undefined) continue;
    const { payer, index } = placeOf(charge.accountId);
    const name = `${payer.kind} ${payer.code} ${charge.currency}`;
    const document = documents.get(name) ?? { payer, currency: charge.currency, index, lines: [] };
    document.index = Math.min(document.index, index);
    document.lines.push(line);
    documents.set(name, document);
  }
  return [...documents.values()]
    .sort((a, b) => a.index - b.index || (a.currency < b.currency ? -1 : 1))
    .map(({ payer, currency, lines }) =>
      documentOf(
        payer,
        currency,
        sorted(lines, (id) => placeOf(id).index),
      ),
    );
}

function documentOf(payer: Payer, currency: string, lines: readonly BillLine[]): BillDocument {
  const grossFen = sum(lines.map((line) => line.grossFen));
  const kind = grossFen < 0n ? 'credit_note' : 'invoice';
  return {
    payer,
    currency,
    kind,
    correctsId: kind === 'invoice' ? null : latest(lines.map(({ before }) => before.invoiceId)),
    replacesId: latest(lines.map(({ before }) => replacedBy(before))),
    lines,
    grossFen,
    netFen: sum(lines.map((line) => line.netFen)),
    taxFen: sum(lines.map((line) => line.taxFen)),
  };
}

/** A voided document is replaced by the first that bills its keys again. */
const replacedBy = ({ invoiceId, voidedInvoiceId }: Billed): number | null =>
  voidedInvoiceId !== null && voidedInvoiceId > (invoiceId ?? 0) ? voidedInvoiceId : null;

const latest = (ids: readonly (number | null)[]): number | null =>
  ids.reduce((most, id) => (id !== null && id > (most ?? 0) ? id : most), null);

function sorted(lines: readonly BillLine[], placeOf: (accountId: number) => number): BillLine[] {
  return [...lines].sort(
    (a, b) =>
      placeOf(a.accountId) - placeOf(b.accountId) ||
      LINE_KINDS.indexOf(a.kind) - LINE_KINDS.indexOf(b.kind) ||
      a.startsAt - b.startsAt ||
      (a.key < b.key ? -1 : 1),
  );
}

const sum = (all: readonly Fen[]): Fen => all.reduce((total, one) => total + one, 0n);
