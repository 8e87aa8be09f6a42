import { Injectable } from '@nestjs/common';
import type { LineToPost, LineKind } from '@ciyuan/core/billing';
import { formatInstant, parseYuan, type Instant } from '@ciyuan/core/kernel';
import { plainArray, type Tx } from '@ciyuan/platform/database';
import type { Buyer } from './invoice';

interface PostRow {
  invoice_id: string;
  account_id: string;
  line_kind: LineKind;
  on_top: boolean;
  exact: string;
  gross_fen: string;
  tax_fen: string;
}

/** The latest profile of the payer; of an account by itself, that of the customer that it belongs to. */
const BUYER = `(
  SELECT jsonb_build_object('customer', p.customer_code, 'title', p.buyer_title, 'taxpayerId', p.taxpayer_id,
           'fapiaoKind', p.fapiao_kind, 'registeredAddress', p.registered_address, 'phone', p.phone,
           'bankName', p.bank_name, 'bankAccount', p.bank_account, 'email', p.email)
    FROM ciyuan.billing_profile AS p
   WHERE p.customer_code = CASE i.payer_kind WHEN 'customer' THEN i.payer_code
           ELSE (SELECT a.customer_code FROM ciyuan.account AS a WHERE a.code = i.payer_code) END
   ORDER BY p.number DESC LIMIT 1)`;

/** A document that is to become final, and its buyer as of now. */
export interface DocumentToIssue {
  readonly invoiceId: number;
  readonly currency: string;
  readonly buyer: Buyer | null;
}

export interface NewIssue extends DocumentToIssue {
  readonly year: number;
  readonly serial: number;
  readonly issuedAt: Instant;
  readonly issuedBy: string;
  readonly taxCodes: Readonly<Record<LineKind, string>>;
  readonly batchId: number;
  readonly accountingMonth: string;
}

/** What makes documents final. The caller holds the lock of billing, so that no number is taken twice or left out. */
@Injectable()
export class InvoiceIssuesStore {
  /** The documents of a chunk that are not final yet, in their order. */
  async pending(tx: Tx, runId: number, chunk: number): Promise<DocumentToIssue[]> {
    const rows = await tx.rows<{ id: string; currency: string; buyer: Buyer | null }>(
      `SELECT i.id, i.currency, ${BUYER} AS buyer FROM ciyuan.invoice AS i
        WHERE i.run_id = $1 AND i.chunk = $2
          AND NOT EXISTS (SELECT FROM ciyuan.invoice_issue AS s WHERE s.invoice_id = i.id) ORDER BY i.id`,
      [runId, chunk],
    );
    return rows.map((row) => ({ invoiceId: Number(row.id), currency: row.currency, buyer: row.buyer }));
  }

  /** The highest serial in the year of each of these currencies; 0 where there is none. */
  async lastSerials(tx: Tx, year: number, currencies: readonly string[]): Promise<Map<string, number>> {
    const rows = await tx.rows<{ currency: string; serial: number }>(
      `SELECT currency, coalesce((SELECT s.serial FROM ciyuan.invoice_issue AS s
                WHERE s.year = $1 AND s.currency = asked.currency ORDER BY s.serial DESC LIMIT 1), 0) AS serial
         FROM unnest($2::text[]) AS asked (currency)`,
      [year, plainArray(currencies)],
    );
    return new Map(rows.map(({ currency, serial }) => [currency, serial]));
  }

  /** Each sealed by itself: its number says that none before it is missing. */
  async add(tx: Tx, issues: readonly NewIssue[]): Promise<void> {
    await tx.rows(
      `INSERT INTO ciyuan.invoice_issue
       SELECT (jsonb_populate_record(e, jsonb_build_object('digest', ciyuan.chained_digest('', e)))).*
         FROM jsonb_array_elements($1) AS one, LATERAL jsonb_populate_record(NULL::ciyuan.invoice_issue,
           one || jsonb_build_object('content_digest', ciyuan.invoice_digest((one ->> 'invoice_id')::bigint))) AS e`,
      [JSON.stringify(issues.map(columnsOf))],
    );
  }

  /** What of the lines of documents moves the ledger, by document. */
  async linesToPost(tx: Tx, invoiceIds: readonly number[]): Promise<ReadonlyMap<number, LineToPost[]>> {
    const rows = await tx.rows<PostRow>(
      `SELECT invoice_id, account_id, line_kind, tax_mode = 'on_top' AS on_top, total - billed AS exact, gross_fen, tax_fen
         FROM ciyuan.invoice_line WHERE invoice_id = ANY ($1::bigint[]) ORDER BY invoice_id, line`,
      [plainArray(invoiceIds)],
    );
    const lines = new Map<number, LineToPost[]>();
    for (const row of rows) {
      const id = Number(row.invoice_id);
      lines.set(id, [...(lines.get(id) ?? []), lineOf(row)]);
    }
    return lines;
  }
}

const lineOf = (row: PostRow): LineToPost => ({
  accountId: Number(row.account_id),
  kind: row.line_kind,
  onTop: row.on_top,
  exact: parseYuan(row.exact),
  grossFen: BigInt(row.gross_fen),
  taxFen: BigInt(row.tax_fen),
});

const columnsOf = (one: NewIssue) => ({
  invoice_id: one.invoiceId,
  number: `${one.year}-${one.currency}-${String(one.serial).padStart(6, '0')}`,
  year: one.year,
  currency: one.currency,
  serial: one.serial,
  issued_at: formatInstant(one.issuedAt),
  issued_by: one.issuedBy,
  buyer: one.buyer,
  tax_codes: one.taxCodes,
  batch_id: one.batchId,
  accounting_month: one.accountingMonth,
});
