import { Injectable } from '@nestjs/common';
import type { BillDocument, BillLine } from '@ciyuan/core/billing';
import { formatInstant, formatYuan } from '@ciyuan/core/kernel';
import { COPY_NULL, copyChunks, copyText, type Tx } from '@ciyuan/platform/database';

const INVOICE =
  'id, run_id, chunk, payer_kind, payer_code, currency, kind, corrects_id, replaces_id, line_count, gross_fen, net_fen, tax_fen';
const LINE = [
  'account_id, invoice_id, line, key, line_kind, subscription_id, plan_version_id, model, starts_at, ends_at, days',
  'milli_tokens, vat_rate, tax_mode, total, total_net, billed, billed_gross_fen, billed_net_fen, billed_milli',
  'gross_fen, net_fen, tax_fen',
].join(', ');

type Value = string | number | bigint;

/** Documents as they were calculated; a row that is written stands. */
@Injectable()
export class InvoicesStore {
  async add(tx: Tx, runId: number, chunk: number, documents: readonly BillDocument[]): Promise<void> {
    if (documents.length === 0) return;
    const ids = await this.nextIds(tx, documents.length);
    const numbered = documents.map((document, index) => ({ document, id: ids[index] as number }));
    const rows = numbered.map(({ id, document }) => joined([id, runId, chunk, ...invoiceValues(document)]));
    await tx.copyIn(`COPY ciyuan.invoice (${INVOICE}) FROM STDIN`, copyChunks(rows));
    const lines = numbered.flatMap(({ id, document }) =>
      document.lines.map((line, index) =>
        joined([line.accountId, id, index + 1, ...keyValues(line), ...amountValues(line)]),
      ),
    );
    await tx.copyIn(`COPY ciyuan.invoice_line (${LINE}) FROM STDIN`, copyChunks(lines));
  }

  async addChunk(
    tx: Tx,
    chunk: {
      readonly runId: number;
      readonly chunk: number;
      readonly documents: number;
      readonly digest: string;
    },
  ): Promise<void> {
    await tx.rows(
      'INSERT INTO ciyuan.bill_run_chunk (run_id, chunk, documents, digest) VALUES ($1, $2, $3, $4)',
      [chunk.runId, chunk.chunk, chunk.documents, chunk.digest],
    );
  }

  /** The digests of the chunks that were calculated, by their numbers. */
  async chunks(tx: Tx, runId: number): Promise<ReadonlyMap<number, string>> {
    const rows = await tx.rows<{ chunk: number; digest: string }>(
      'SELECT chunk, digest FROM ciyuan.bill_run_chunk WHERE run_id = $1',
      [runId],
    );
    return new Map(rows.map(({ chunk, digest }) => [chunk, digest]));
  }

  /** In the order of payers within a chunk, which is that of the numbers to come. */
  private async nextIds(tx: Tx, count: number): Promise<number[]> {
    const rows = await tx.rows<{ id: string }>(
      "SELECT nextval('ciyuan.invoice_id') AS id FROM generate_series(1, $1)",
      [count],
    );
    return rows.map(({ id }) => Number(id)).sort((a, b) => a - b);
  }
}

const joined = (values: readonly (Value | null)[]): string =>
  `${values.map((one) => (one === null ? COPY_NULL : String(one))).join('\t')}\n`;

const invoiceValues = (one: BillDocument): (Value | null)[] => [
  one.payer.kind,
  copyText(one.payer.code),
  one.currency,
  one.kind,
  one.correctsId,
  one.replacesId,
  one.lines.length,
  one.grossFen,
  one.netFen,
  one.taxFen,
];

const keyValues = (one: BillLine): (Value | null)[] => [
  copyText(one.key),
  one.kind,
  one.subscriptionId,
  one.planVersionId,
  one.model === null ? null : copyText(one.model),
  formatInstant(one.startsAt),
  one.endsAt === null ? null : formatInstant(one.endsAt),
  one.days,
];

const amountValues = (one: BillLine): (Value | null)[] => [
  one.lineMilliTokens,
  one.vatRate,
  one.tax,
  formatYuan(one.total),
  one.totalNet === null ? null : formatYuan(one.totalNet),
  formatYuan(one.before.exact),
  one.before.grossFen,
  one.before.netFen,
  one.before.milliTokens,
  one.grossFen,
  one.netFen,
  one.taxFen,
];
