import { Injectable } from '@nestjs/common';
import type { PhoneBillKind, PhoneBillLine } from '@ciyuan/core/billing';
import { formatInstant } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';
import {
  filterValues,
  listedOf,
  ordered,
  type Listed,
  type ListOrder,
  type PlaceInList,
  type SortedRow,
} from '@ciyuan/platform/lists';
import type { PhoneBillFile } from './phone-bill-file';

interface FileRow {
  sequence: number;
  sender: string;
  currency: string;
  period: string;
  cut_off: Date;
  line_count: number;
  net_fen: string;
  tax_fen: string;
  gross_fen: string;
  details_sha256: string;
  created_at: Date;
  created_by: string;
}
interface LineRow {
  line: number;
  kind: PhoneBillKind;
  billing_id: string;
  code: string;
  document: string;
  net_fen: string;
  tax_fen: string;
  gross_fen: string;
  description: string;
  charge_code: string;
}

/** The latest first unless said otherwise. */
export const PHONE_BILL_ORDER: ListOrder<'sequence'> = {
  columns: { sequence: { sql: 'f.sequence', type: 'bigint' } },
  ties: [],
  initial: '-sequence',
};
export interface PhoneBillPage extends PlaceInList<'sequence'> {
  readonly currency?: string | undefined;
  readonly period?: string | undefined;
}

const COLUMNS = `f.sequence, f.sender, f.currency, f.period, f.cut_off, f.line_count, f.net_fen, f.tax_fen, f.gross_fen,
  f.details_sha256, f.created_at, f.created_by`;

/** Files that were handed over; kept as they were. The caller who writes holds the lock of billing. */
@Injectable()
export class PhoneBillFilesStore {
  async nextSequence(tx: Tx): Promise<number> {
    const [row] = await tx.rows<{ next: number }>(
      'SELECT coalesce(max(sequence), 0) + 1 AS next FROM ciyuan.phone_bill_file',
    );
    return row?.next ?? 1;
  }

  /** `accountIds` are those of the lines, in their order. */
  async add(tx: Tx, { file, content, lines, accountIds }: NewPhoneBill): Promise<void> {
    await tx.rows(
      `INSERT INTO ciyuan.phone_bill_file
       SELECT (jsonb_populate_record(e, jsonb_build_object('digest', ciyuan.chained_digest(coalesce(
                 (SELECT b.digest FROM ciyuan.phone_bill_file AS b WHERE b.sequence = e.sequence - 1), ''), e)))).*
         FROM jsonb_populate_record(NULL::ciyuan.phone_bill_file, $1) AS e`,
      [JSON.stringify({ ...fileColumns(file), content })],
    );
    const rows = lines.map((line, index) => ({
      ...lineColumns(line),
      account_id: accountIds[index],
      sequence: file.sequence,
    }));
    await tx.rows(
      `INSERT INTO ciyuan.phone_bill_line
       SELECT * FROM jsonb_populate_recordset(NULL::ciyuan.phone_bill_line, $1)`,
      [JSON.stringify(rows)],
    );
  }

  async list(tx: Tx, page: PhoneBillPage): Promise<Listed<PhoneBillFile>> {
    const filters = filterValues([page.currency, page.period], []);
    const { key, after, orderBy, limit, values } = ordered(PHONE_BILL_ORDER, page, filters.length);
    const rows = await tx.rows<FileRow & SortedRow>(
      `SELECT ${COLUMNS}, ${key} FROM ciyuan.phone_bill_file AS f
        WHERE ($1::text IS NULL OR f.currency = $1) AND ($2::text IS NULL OR f.period = $2)
          AND ${after} ORDER BY ${orderBy} LIMIT ${limit}`,
      [...filters, ...values],
    );
    return listedOf(rows, page, readFile);
  }

  async bySequence(tx: Tx, sequence: number): Promise<PhoneBillFile | undefined> {
    const rows = await tx.rows<FileRow>(
      `SELECT ${COLUMNS} FROM ciyuan.phone_bill_file AS f WHERE f.sequence = $1`,
      [sequence],
    );
    return rows.map(readFile)[0];
  }

  async content(tx: Tx, sequence: number): Promise<string | undefined> {
    const [row] = await tx.rows<{ content: string }>(
      'SELECT content FROM ciyuan.phone_bill_file WHERE sequence = $1',
      [sequence],
    );
    return row?.content;
  }

  async lines(tx: Tx, sequence: number): Promise<PhoneBillLine[]> {
    const rows = await tx.rows<LineRow>(
      `SELECT l.*, a.code FROM ciyuan.phone_bill_line AS l JOIN ciyuan.account AS a USING (account_id)
        WHERE l.sequence = $1 ORDER BY l.line`,
      [sequence],
    );
    return rows.map(readLine);
  }
}

export interface NewPhoneBill {
  readonly file: PhoneBillFile;
  readonly content: string;
  readonly lines: readonly PhoneBillLine[];
  readonly accountIds: readonly number[];
}

const fileColumns = (one: PhoneBillFile) => ({
  sequence: one.sequence,
  sender: one.sender,
  currency: one.currency,
  period: one.period,
  cut_off: formatInstant(one.cutOff),
  line_count: one.lineCount,
  net_fen: String(one.netFen),
  tax_fen: String(one.taxFen),
  gross_fen: String(one.grossFen),
  details_sha256: one.detailsSha256,
  created_at: formatInstant(one.createdAt),
  created_by: one.createdBy,
});

const lineColumns = (one: PhoneBillLine) => ({
  line: one.line,
  kind: one.kind,
  document: one.document,
  billing_id: one.billingId,
  net_fen: String(one.netFen),
  tax_fen: String(one.taxFen),
  gross_fen: String(one.grossFen),
  description: one.description,
  charge_code: one.chargeCode,
});

const readFile = (row: FileRow): PhoneBillFile => ({
  sequence: row.sequence,
  sender: row.sender,
  currency: row.currency,
  period: row.period,
  cutOff: row.cut_off.getTime(),
  lineCount: row.line_count,
  netFen: BigInt(row.net_fen),
  taxFen: BigInt(row.tax_fen),
  grossFen: BigInt(row.gross_fen),
  detailsSha256: row.details_sha256,
  createdAt: row.created_at.getTime(),
  createdBy: row.created_by,
});

const readLine = (row: LineRow): PhoneBillLine => ({
  line: row.line,
  kind: row.kind,
  billingId: row.billing_id,
  account: row.code,
  document: row.document,
  netFen: BigInt(row.net_fen),
  taxFen: BigInt(row.tax_fen),
  grossFen: BigInt(row.gross_fen),
  description: row.description,
  chargeCode: row.charge_code,
});
