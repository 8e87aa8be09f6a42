import { Injectable } from '@nestjs/common';
import type { Tx } from '@ciyuan/platform/database';
import type { BillRunProgress, BillRunTotals } from './bill-run';

interface TotalsRow {
  currency: string;
  invoices: string;
  credit_notes: string;
  gross_fen: string;
  net_fen: string;
  tax_fen: string;
}

/** What a run comes to, and how far it is. */
@Injectable()
export class RunTotalsStore {
  async totals(tx: Tx, runId: number): Promise<BillRunTotals[]> {
    const rows = await tx.rows<TotalsRow>(
      `SELECT currency, count(*) FILTER (WHERE kind = 'invoice') AS invoices,
              count(*) FILTER (WHERE kind = 'credit_note') AS credit_notes,
              sum(gross_fen) AS gross_fen, sum(net_fen) AS net_fen, sum(tax_fen) AS tax_fen
         FROM ciyuan.invoice WHERE run_id = $1 GROUP BY 1 ORDER BY 1`,
      [runId],
    );
    return rows.map((row) => ({
      currency: row.currency,
      invoices: Number(row.invoices),
      creditNotes: Number(row.credit_notes),
      grossFen: BigInt(row.gross_fen),
      netFen: BigInt(row.net_fen),
      taxFen: BigInt(row.tax_fen),
    }));
  }

  async progress(tx: Tx, runId: number): Promise<BillRunProgress> {
    const [row] = await tx.rows<{ calculated: number; issued: number; total: number }>(
      `SELECT coalesce(r.chunks, 0) AS total,
              (SELECT count(*)::integer FROM ciyuan.bill_run_chunk AS c WHERE c.run_id = r.id) AS calculated,
              CASE WHEN r.state IN ('finalising', 'final') THEN (
                SELECT count(*)::integer FROM ciyuan.bill_run_chunk AS c WHERE c.run_id = r.id AND NOT EXISTS (
                  SELECT FROM ciyuan.invoice AS i LEFT JOIN ciyuan.invoice_issue AS s ON s.invoice_id = i.id
                   WHERE i.run_id = c.run_id AND i.chunk = c.chunk AND s.invoice_id IS NULL)) ELSE 0 END AS issued
         FROM ciyuan.bill_run AS r WHERE r.id = $1`,
      [runId],
    );
    return row ?? { calculated: 0, issued: 0, total: 0 };
  }
}
