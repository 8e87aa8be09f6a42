import { Injectable } from '@nestjs/common';
import { billedKey, type Billed } from '@ciyuan/core/billing';
import { parseYuan } from '@ciyuan/core/kernel';
import { plainArray, type Tx } from '@ciyuan/platform/database';
import type { RunAccount } from './bill-run';

interface BilledRow {
  account_id: string;
  key: string;
  exact: string;
  gross_fen: string;
  net_fen: string;
  milli_tokens: string;
  invoice_id: string | null;
  voided_invoice_id: string | null;
}

/** What was billed of accounts, as the run of an id finds it: by final documents of runs before it. */
@Injectable()
export class BilledLinesStore {
  async before(tx: Tx, runId: number, accounts: readonly RunAccount[]): Promise<ReadonlyMap<string, Billed>> {
    const rows = await tx.rows<BilledRow>(
      `WITH final AS (
         SELECT l.*, EXISTS (SELECT FROM ciyuan.invoice_void AS v
                              WHERE v.invoice_id = l.invoice_id AND v.after_run_id < $2) AS is_void
           FROM ciyuan.invoice_line AS l JOIN ciyuan.invoice AS i ON i.id = l.invoice_id AND i.run_id < $2
           JOIN ciyuan.invoice_issue AS s ON s.invoice_id = i.id
          WHERE l.account_id = ANY ($1::bigint[])
       )
       SELECT account_id, key, coalesce(sum(total - billed) FILTER (WHERE NOT is_void), 0) AS exact,
              coalesce(sum(gross_fen) FILTER (WHERE NOT is_void), 0) AS gross_fen,
              coalesce(sum(net_fen) FILTER (WHERE NOT is_void), 0) AS net_fen,
              coalesce(sum(milli_tokens) FILTER (WHERE NOT is_void), 0) AS milli_tokens,
              max(invoice_id) FILTER (WHERE NOT is_void) AS invoice_id,
              max(invoice_id) FILTER (WHERE is_void) AS voided_invoice_id
         FROM final GROUP BY 1, 2`,
      [plainArray(accounts.map((one) => one.accountId)), runId],
      'billed_before',
    );
    return new Map(rows.map((row) => [billedKey(Number(row.account_id), row.key), read(row)]));
  }
}

const read = (row: BilledRow): Billed => ({
  exact: parseYuan(row.exact),
  grossFen: BigInt(row.gross_fen),
  netFen: BigInt(row.net_fen),
  milliTokens: BigInt(row.milli_tokens),
  invoiceId: row.invoice_id === null ? null : Number(row.invoice_id),
  voidedInvoiceId: row.voided_invoice_id === null ? null : Number(row.voided_invoice_id),
});
