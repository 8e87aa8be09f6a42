import {
  formatFen,
  formatInstant,
  formatScaled,
  formatYuan,
  parseFen,
  type Instant,
} from '@ciyuan/core/kernel';
import {
  INVOICE_ORDER,
  type AccountDocument,
  type BillingProfile,
  type CreditNote,
  type CreditToRequest,
  type Invoice,
  type InvoiceDetails,
  type InvoiceLine,
  type InvoicePage,
} from '@ciyuan/modules/billing';
import { writeCsv } from '@ciyuan/platform/csv';
import { askedInstant, placeIn, type Listed } from '@ciyuan/platform/lists';
import { documentOf } from '../payments/payments.convert';
import type { CreditNoteRequest, InvoicesQuery } from './bills.dto';
import type {
  BillingProfileView,
  CreditNoteView,
  InvoiceDetailsView,
  InvoiceLineView,
  InvoiceView,
  InvoicesView,
} from './bills.views';

const MILLI_PLACES = 3;

export const invoicePageOf = ({
  issuedFrom,
  issuedUntil,
  after,
  ...filters
}: InvoicesQuery): InvoicePage => ({
  ...filters,
  ...placeIn(INVOICE_ORDER, { ...filters, after }),
  issuedFrom: askedInstant(issuedFrom),
  issuedUntil: askedInstant(issuedUntil),
});

export const creditOf = (number: string, body: CreditNoteRequest, by: string): CreditToRequest => ({
  number,
  reason: body.reason,
  lines: body.lines.map(({ line, gross }) => ({ line, grossFen: parseFen(gross) })),
  by,
});

export const invoicesOf = ({ items, next }: Listed<Invoice>): InvoicesView => ({
  invoices: items.map(invoiceOf),
  next,
});

export const invoiceOf = (one: Invoice): InvoiceView => ({
  number: one.number,
  kind: one.kind,
  state: one.state,
  runId: one.runId,
  payer: one.payer,
  currency: one.currency,
  ...amountsOf(one),
  credited: formatFen(one.creditedFen),
  lines: one.lineCount,
  corrects: one.corrects,
  replaces: one.replaces,
  issuedAt: formatInstant(one.issuedAt),
  issuedBy: one.issuedBy,
  period: one.accountingMonth,
});

export function detailsOf({
  invoice,
  replacedBy,
  rates,
  lines,
  creditNotes,
  voidRequest,
  parts,
}: InvoiceDetails): InvoiceDetailsView {
  return {
    ...invoiceOf(invoice),
    replacedBy,
    buyer: invoice.buyer,
    rates: rates.map((one) => ({ vatRate: one.vatRate, ...amountsOf(one) })),
    lines: lines.map(lineOf),
    creditNotes: creditNotes.map(noteOf),
    ...collectionOf(parts),
    void: voidRequest && {
      reason: voidRequest.reason,
      requestedBy: voidRequest.requestedBy,
      requestedAt: formatInstant(voidRequest.requestedAt),
      approvedBy: voidRequest.approvedBy,
      approvedAt: instantOrNull(voidRequest.approvedAt),
    },
  };
}

/** `open`, `partly`, `settled` or, with no part left, `void`; what the carrier said stands with the parts. */
function collectionOf(parts: readonly AccountDocument[]) {
  const paidFen = parts.reduce((sum, one) => sum + one.paidFen, 0n);
  const openFen = parts.reduce((sum, one) => sum + one.openFen, 0n);
  const unsettled = paidFen > 0n ? 'partly' : 'open';
  const owed = parts.every((one) => one.openFen <= 0n) ? 'settled' : unsettled;
  const collection = parts.length === 0 ? 'void' : owed;
  return {
    paid: formatFen(paidFen),
    open: formatFen(openFen),
    collection,
    parts: parts.map(documentOf),
  };
}

export const noteOf = (one: CreditNote): CreditNoteView => ({
  id: one.id,
  number: one.number,
  reason: one.reason,
  currency: one.currency,
  ...amountsOf(one),
  requestedBy: one.requestedBy,
  requestedAt: formatInstant(one.requestedAt),
  approvedBy: one.approvedBy,
  issuedAt: instantOrNull(one.issuedAt),
  lines: one.lines.map((line) => ({ line: line.line, ...amountsOf(line) })),
});

export const profileOf = (one: BillingProfile): BillingProfileView => ({
  ...one,
  changedAt: formatInstant(one.changedAt),
});

/** The lines of a document as a file, a row each. */
export function linesFile({ lines }: InvoiceDetails): Uint8Array {
  const rows = lines.map(lineOf);
  return writeCsv(
    COLUMNS,
    rows.map((row) => ({ ...row })),
  );
}

const COLUMNS = [
  ...[
    'line',
    'account',
    'kind',
    'plan',
    'planName',
    'planVersion',
    'subscription',
    'model',
    'startsAt',
    'endsAt',
  ],
  ...['days', 'tokens', 'vatRate', 'taxMode', 'taxCode', 'exact', 'gross', 'net', 'tax', 'credited'],
];

const lineOf = (one: InvoiceLine): InvoiceLineView => ({
  line: one.line,
  account: one.account,
  kind: one.kind,
  plan: one.plan,
  planName: one.planName,
  planVersion: one.planVersionId,
  subscription: one.subscriptionId,
  model: one.model,
  startsAt: formatInstant(one.startsAt),
  endsAt: instantOrNull(one.endsAt),
  days: one.days,
  tokens: formatScaled(one.milliTokens, MILLI_PLACES),
  vatRate: one.vatRate,
  taxMode: one.taxMode,
  taxCode: one.taxCode,
  exact: formatYuan(one.exact),
  ...amountsOf(one),
  credited: formatFen(one.creditedFen),
});

const amountsOf = (one: { readonly grossFen: bigint; readonly netFen: bigint; readonly taxFen: bigint }) => ({
  gross: formatFen(one.grossFen),
  net: formatFen(one.netFen),
  tax: formatFen(one.taxFen),
});

const instantOrNull = (at: Instant | null): string | null => (at === null ? null : formatInstant(at));
