import { formatYuan } from '@ciyuan/core/kernel';
import type { InvoiceLine } from '@ciyuan/modules/billing';
import { yuanText } from '../formats/plain-text';
import type { Write } from '../formats/report-format';
import {
  amountDue,
  isVoid,
  lastDay,
  localDay,
  notesOf,
  type Amounts,
  type InvoicePaper,
} from './invoice-paper';
import { tokensOf, wordsOf } from './line-words';

/** Amounts and counts are texts, so that no reader rounds them; a line of the document on each of its lines. */
export function invoiceJson(paper: InvoicePaper, write: Write): Promise<void> {
  const { invoice, seller, rates, lines } = paper;
  const { number, kind, state, issuedAt, currency, corrects, replaces, payer, buyer } = invoice;
  const identity = { number, kind, state, void: isVoid(paper), date: localDay(issuedAt), currency };
  const header = { format: 'ciyuan-invoice-1', ...identity, corrects, replaces, seller, payer, buyer };
  const totals = {
    lines: lines.length,
    ...amountsOf(invoice),
    credited: yuanText(invoice.creditedFen),
    creditNotes: notesOf(paper),
    due: yuanText(amountDue(paper)),
    rates: rates.map((rate) => ({ vatRate: rate.vatRate, ...amountsOf(rate) })),
  };
  const rows = lines.map((line) => JSON.stringify(lineOf(line))).join(',\n');
  return write(
    `${JSON.stringify(header).slice(0, -1)},"lines":[\n${rows}\n],"totals":${JSON.stringify(totals)}}\n`,
  );
}

const lineOf = (line: InvoiceLine): object => ({
  line: line.line,
  account: line.account,
  kind: line.kind,
  description: wordsOf(line),
  plan: line.plan,
  planName: line.planName,
  model: line.model,
  from: localDay(line.startsAt),
  /** Inclusive. */
  to: lastDay(line.endsAt),
  days: line.days,
  tokens: tokensOf(line),
  vatRate: line.vatRate,
  taxMode: line.taxMode,
  taxCode: line.taxCode,
  exact: formatYuan(line.exact),
  ...amountsOf(line),
  credited: yuanText(line.creditedFen),
});

const amountsOf = ({ netFen, taxFen, grossFen }: Amounts) => ({
  net: yuanText(netFen),
  tax: yuanText(taxFen),
  gross: yuanText(grossFen),
});
