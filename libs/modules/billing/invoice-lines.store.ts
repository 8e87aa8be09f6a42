import { Injectable } from '@nestjs/common';
import type { LineKind, TaxMode } from '@ciyuan/core/billing';
import { parseYuan } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';
import type { Invoice, InvoiceLine, VoidRequest } from './invoice';

interface LineRow {
  line: number;
  code: string;
  line_kind: LineKind;
  key: string;
  plan_code: string;
  plan_name: string;
  plan_version_id: string;
  subscription_id: string | null;
  model: string | null;
  starts_at: Date;
  ends_at: Date | null;
  days: number | null;
  milli_tokens: string;
  rate: string;
  tax_mode: TaxMode;
  exact: string;
  gross_fen: string;
  net_fen: string;
  tax_fen: string;
  credited_fen: string;
}

interface RequestRow {
  reason: string;
  requested_by: string;
  requested_at: Date;
  approved_by: string | null;
  approved_at: Date | null;
}

/** What a final document says line by line, and what was asked for of it. */
@Injectable()
export class InvoiceLinesStore {
  async ofInvoice(tx: Tx, { id, taxCodes }: Invoice): Promise<InvoiceLine[]> {
    const rows = await tx.rows<LineRow>(
      `SELECT l.*, trim_scale(l.vat_rate)::text AS rate, a.code, p.code AS plan_code, p.body ->> 'name' AS plan_name,
              l.total - l.billed AS exact,
              (SELECT coalesce(sum(c.gross_fen), 0) FROM ciyuan.credit_note_line AS c
                 JOIN ciyuan.credit_note_issue AS n USING (credit_note_id)
                WHERE c.account_id = l.account_id AND c.invoice_id = l.invoice_id AND c.line = l.line) AS credited_fen
         FROM ciyuan.invoice_line AS l JOIN ciyuan.account AS a USING (account_id)
         JOIN ciyuan.catalogue_document AS p ON p.id = l.plan_version_id
        WHERE l.invoice_id = $1 ORDER BY l.line`,
      [id],
    );
    return rows.map((row) => ({ ...read(row), taxCode: taxCodes[row.line_kind] }));
  }

  async voidRequest(tx: Tx, invoiceId: number): Promise<VoidRequest | null> {
    const [row] = await tx.rows<RequestRow>(
      `SELECT r.reason, r.requested_by, r.requested_at, v.approved_by, v.approved_at
         FROM ciyuan.invoice_void_request AS r LEFT JOIN ciyuan.invoice_void AS v USING (invoice_id)
        WHERE r.invoice_id = $1`,
      [invoiceId],
    );
    if (row === undefined) return null;
    return {
      reason: row.reason,
      requestedBy: row.requested_by,
      requestedAt: row.requested_at.getTime(),
      approvedBy: row.approved_by,
      approvedAt: row.approved_at?.getTime() ?? null,
    };
  }
}

const read = (row: LineRow): Omit<InvoiceLine, 'taxCode'> => ({
  line: row.line,
  account: row.code,
  kind: row.line_kind,
  key: row.key,
  plan: row.plan_code,
  planName: row.plan_name,
  planVersionId: Number(row.plan_version_id),
  subscriptionId: row.subscription_id === null ? null : Number(row.subscription_id),
  model: row.model,
  startsAt: row.starts_at.getTime(),
  endsAt: row.ends_at?.getTime() ?? null,
  days: row.days,
  milliTokens: BigInt(row.milli_tokens),
  vatRate: row.rate,
  taxMode: row.tax_mode,
  exact: parseYuan(row.exact),
  grossFen: BigInt(row.gross_fen),
  netFen: BigInt(row.net_fen),
  taxFen: BigInt(row.tax_fen),
  creditedFen: BigInt(row.credited_fen),
});
