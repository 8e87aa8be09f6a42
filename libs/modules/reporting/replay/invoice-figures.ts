import type { AccountPosting, BillDocument, BillLine, LineToPost } from '@ciyuan/core/billing';
import { formatYuan } from '@ciyuan/core/kernel';
import { text, type FigureRows } from './figures';

/** As stored documents are named. */
export const documentName = (runId: number, { payer, currency }: BillDocument): string =>
  `run ${runId} ${payer.kind} ${payer.code} ${currency}`;

/** What a run must have stored of its documents. */
export function figuresOfDocuments(runId: number, documents: readonly BillDocument[]): FigureRows {
  const rows: FigureRows = new Map();
  for (const document of documents) {
    const name = documentName(runId, document);
    rows.set(`invoice ${name}`, documentRow(document));
    document.lines.forEach((line, index) => rows.set(`invoice_line ${name} ${index + 1}`, lineRow(line)));
  }
  return rows;
}

/** What a document must have booked under its batch. */
export const figuresOfJournal = (
  batchId: number,
  month: string,
  journal: readonly AccountPosting[],
): FigureRows =>
  new Map(
    journal.map(({ accountId, asset, account, amount }) => [
      `journal_line of document ${batchId} ${accountId} ${month} ${asset} ${account}`,
      { amount: formatYuan(amount) },
    ]),
  );

/** What of computed lines moves the ledger. */
export const linesToPost = ({ lines }: BillDocument): LineToPost[] =>
  lines.map((line) => ({
    accountId: line.accountId,
    kind: line.kind,
    onTop: line.tax === 'on_top',
    exact: line.exact,
    grossFen: line.grossFen,
    taxFen: line.taxFen,
  }));

const documentRow = (one: BillDocument): Record<string, string> => ({
  kind: one.kind,
  corrects_id: text(one.correctsId),
  replaces_id: text(one.replacesId),
  line_count: text(one.lines.length),
  gross_fen: text(one.grossFen),
  net_fen: text(one.netFen),
  tax_fen: text(one.taxFen),
});

const lineRow = (one: BillLine): Record<string, string> => ({
  account_id: text(one.accountId),
  key: one.key,
  line_kind: one.kind,
  subscription_id: text(one.subscriptionId),
  plan_version_id: text(one.planVersionId),
  model: text(one.model),
  starts_at: text(one.startsAt),
  ends_at: text(one.endsAt),
  days: text(one.days),
  milli_tokens: text(one.lineMilliTokens),
  tax_mode: one.tax,
  vat_rate: one.vatRate,
  total: formatYuan(one.total),
  total_net: one.totalNet === null ? '' : formatYuan(one.totalNet),
  billed: formatYuan(one.before.exact),
  billed_gross_fen: text(one.before.grossFen),
  billed_net_fen: text(one.before.netFen),
  billed_milli: text(one.before.milliTokens),
  gross_fen: text(one.grossFen),
  net_fen: text(one.netFen),
  tax_fen: text(one.taxFen),
});
