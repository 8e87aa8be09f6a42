import { Injectable } from '@nestjs/common';
import type { Payer } from '@ciyuan/core/billing';
import type { Instant } from '@ciyuan/core/kernel';
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
import type { Invoice, InvoiceState } from './invoice';

interface InvoiceRow {
  id: string;
  number: string;
  kind: Invoice['kind'];
  state: InvoiceState;
  run_id: string;
  payer_kind: Payer['kind'];
  payer_code: string;
  currency: string;
  gross_fen: string;
  net_fen: string;
  tax_fen: string;
  credited_fen: string;
  line_count: number;
  corrects: string | null;
  replaces: string | null;
  issued_at: Date;
  issued_by: string;
  accounting_month: string;
  buyer: Invoice['buyer'];
  tax_codes: Invoice['taxCodes'];
}

/** The latest first unless said otherwise. */
export const INVOICE_ORDER: ListOrder<'issuedAt' | 'number'> = {
  columns: {
    issuedAt: { sql: 'issued_at', type: 'timestamptz' },
    number: { sql: 'number', type: 'text' },
  },
  ties: [{ sql: 'id', type: 'bigint' }],
  initial: '-issuedAt',
};

export interface InvoicePage extends PlaceInList<'issuedAt' | 'number'> {
  readonly payer?: string | undefined;
  /** With a line of this account. */
  readonly account?: string | undefined;
  readonly state?: InvoiceState | undefined;
  readonly kind?: Invoice['kind'] | undefined;
  readonly currency?: string | undefined;
  /** The accounting month. */
  readonly period?: string | undefined;
  readonly runId?: number | undefined;
  /** Half-open. */
  readonly issuedFrom?: Instant | undefined;
  readonly issuedUntil?: Instant | undefined;
}

const FINAL = `
  SELECT i.*, s.number, s.issued_at, s.issued_by, s.accounting_month, s.buyer, s.tax_codes,
         CASE WHEN v.invoice_id IS NOT NULL THEN 'voided' WHEN r.invoice_id IS NOT NULL THEN 'void_requested'
           ELSE 'final' END AS state,
         (SELECT b.number FROM ciyuan.invoice_issue AS b WHERE b.invoice_id = i.corrects_id) AS corrects,
         (SELECT b.number FROM ciyuan.invoice_issue AS b WHERE b.invoice_id = i.replaces_id) AS replaces,
         (SELECT coalesce(sum(c.gross_fen), 0) FROM ciyuan.credit_note AS c
            JOIN ciyuan.credit_note_issue AS n ON n.credit_note_id = c.id WHERE c.invoice_id = i.id) AS credited_fen
    FROM ciyuan.invoice AS i JOIN ciyuan.invoice_issue AS s ON s.invoice_id = i.id
    LEFT JOIN ciyuan.invoice_void_request AS r ON r.invoice_id = i.id
    LEFT JOIN ciyuan.invoice_void AS v ON v.invoice_id = i.id`;

/** Final documents: drafts are nobody's to read. */
@Injectable()
export class ListedInvoicesStore {
  async byNumber(tx: Tx, number: string): Promise<Invoice | undefined> {
    const rows = await tx.rows<InvoiceRow>(`${FINAL} WHERE s.number = $1`, [number]);
    return rows.map(read)[0];
  }

  /** Numbers of the final documents that bill a void one again: several where its accounts are billed apart since. */
  async replacing(tx: Tx, { id, state }: Invoice): Promise<string[]> {
    if (state !== 'voided') return [];
    // By the keys of its lines, which have an index, and not through all documents.
    const rows = await tx.rows<{ number: string }>(
      `SELECT s.number FROM ciyuan.invoice AS i JOIN ciyuan.invoice_issue AS s ON s.invoice_id = i.id
        WHERE i.replaces_id = $1 AND i.id IN (
          SELECT n.invoice_id FROM ciyuan.invoice_line AS o JOIN ciyuan.invoice_line AS n USING (account_id, key)
           WHERE o.invoice_id = $1 AND n.invoice_id > $1)
        ORDER BY i.id`,
      [id],
    );
    return rows.map(({ number }) => number);
  }

  async list(tx: Tx, page: InvoicePage): Promise<Listed<Invoice>> {
    const { payer, account, state, kind, currency, period, runId, issuedFrom, issuedUntil } = page;
    const asked = [payer, account, state, kind, currency, period, runId];
    const filters = filterValues(asked, [issuedFrom, issuedUntil]);
    const { key, after, orderBy, limit, values } = ordered(INVOICE_ORDER, page, filters.length);
    const rows = await tx.rows<InvoiceRow & SortedRow>(
      `SELECT *, ${key} FROM (${FINAL}) AS final
        WHERE ($1::text IS NULL OR payer_code = $1)
          AND ($2::text IS NULL OR EXISTS (
                SELECT FROM ciyuan.invoice_line AS l JOIN ciyuan.account AS a USING (account_id)
                 WHERE l.invoice_id = final.id AND a.code = $2))
          AND ($3::text IS NULL OR state = $3) AND ($4::text IS NULL OR kind = $4)
          AND ($5::text IS NULL OR currency = $5) AND ($6::text IS NULL OR accounting_month = $6)
          AND ($7::bigint IS NULL OR run_id = $7)
          AND ($8::timestamptz IS NULL OR issued_at >= $8) AND ($9::timestamptz IS NULL OR issued_at < $9)
          AND ${after} ORDER BY ${orderBy} LIMIT ${limit}`,
      [...filters, ...values],
    );
    return listedOf(rows, page, read);
  }
}

const read = (row: InvoiceRow): Invoice => ({
  id: Number(row.id),
  number: row.number,
  kind: row.kind,
  state: row.state,
  runId: Number(row.run_id),
  payer: { kind: row.payer_kind, code: row.payer_code },
  currency: row.currency,
  grossFen: BigInt(row.gross_fen),
  netFen: BigInt(row.net_fen),
  taxFen: BigInt(row.tax_fen),
  creditedFen: BigInt(row.credited_fen),
  lineCount: row.line_count,
  corrects: row.corrects,
  replaces: row.replaces,
  issuedAt: row.issued_at.getTime(),
  issuedBy: row.issued_by,
  accountingMonth: row.accounting_month,
  buyer: row.buyer,
  taxCodes: row.tax_codes,
});
