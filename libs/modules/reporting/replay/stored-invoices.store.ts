import { Injectable } from '@nestjs/common';
import type { Tx } from '@ciyuan/platform/database';
import type { FigureRows } from './figures';

/** A document that has a journal in a month, and which way: a void takes back what the issue booked. */
export interface BookedInvoice {
  readonly runId: number;
  /** As figures name it. */
  readonly name: string;
  readonly batchId: number;
  readonly sign: 1 | -1;
}

export interface BookedCredit {
  readonly batchId: number;
  readonly currency: string;
  readonly lines: readonly { readonly accountId: number; readonly netFen: bigint; readonly taxFen: bigint }[];
}

const NAME = "format('run %s %s %s %s', i.run_id, i.payer_kind, i.payer_code, i.currency)";
const millis = (column: string): string =>
  `coalesce((extract(epoch FROM ${column}) * 1000)::bigint::text, '')`;

const DOCUMENTS = `
  SELECT 'invoice ' || ${NAME} AS figure, jsonb_build_object('kind', i.kind, 'corrects_id', coalesce(i.corrects_id::text, ''),
           'replaces_id', coalesce(i.replaces_id::text, ''), 'line_count', i.line_count::text,
           'gross_fen', i.gross_fen::text, 'net_fen', i.net_fen::text, 'tax_fen', i.tax_fen::text) AS columns
    FROM ciyuan.invoice AS i WHERE i.run_id = $1
  UNION ALL
  SELECT format('invoice_line %s %s', ${NAME}, l.line),
         jsonb_build_object('account_id', l.account_id::text, 'key', l.key, 'line_kind', l.line_kind,
           'subscription_id', coalesce(l.subscription_id::text, ''), 'plan_version_id', l.plan_version_id::text,
           'model', coalesce(l.model, ''), 'starts_at', ${millis('l.starts_at')}, 'ends_at', ${millis('l.ends_at')},
           'days', coalesce(l.days::text, ''), 'milli_tokens', l.milli_tokens::text, 'tax_mode', l.tax_mode,
           'vat_rate', trim_scale(l.vat_rate)::text, 'total', trim_scale(l.total)::text,
           'total_net', coalesce(trim_scale(l.total_net)::text, ''), 'billed', trim_scale(l.billed)::text,
           'billed_gross_fen', l.billed_gross_fen::text, 'billed_net_fen', l.billed_net_fen::text,
           'billed_milli', l.billed_milli::text, 'gross_fen', l.gross_fen::text, 'net_fen', l.net_fen::text,
           'tax_fen', l.tax_fen::text)
    FROM ciyuan.invoice AS i JOIN ciyuan.invoice_line AS l ON l.invoice_id = i.id WHERE i.run_id = $1`;

const JOURNALS = `
  SELECT concat_ws(' ', 'journal_line of document', j.batch_id, j.account_id, j.accounting_month, j.asset, j.ledger_account, j.party)
           AS figure, jsonb_build_object('amount', trim_scale(sum(j.amount))::text) AS columns
    FROM ciyuan.journal_line AS j JOIN ciyuan.billing_batch AS b USING (batch_id)
   WHERE b.accounting_month = $1 OR j.accounting_month = $1
   GROUP BY j.batch_id, j.account_id, j.accounting_month, j.asset, j.ledger_account, j.party`;

/** Documents as they are stored, and their journals. */
@Injectable()
export class StoredInvoicesStore {
  ofRun(tx: Tx, runId: number): Promise<FigureRows> {
    return figures(tx, DOCUMENTS, runId);
  }

  journalsOf(tx: Tx, month: string): Promise<FigureRows> {
    return figures(tx, JOURNALS, month);
  }

  async bookedIn(tx: Tx, month: string): Promise<BookedInvoice[]> {
    const rows = await tx.rows<{ run_id: string; name: string; batch_id: string; sign: 1 | -1 }>(
      `SELECT i.run_id, ${NAME} AS name, b.batch_id, b.sign
         FROM (SELECT invoice_id, batch_id, 1 AS sign FROM ciyuan.invoice_issue WHERE accounting_month = $1
               UNION ALL SELECT invoice_id, batch_id, -1 FROM ciyuan.invoice_void WHERE accounting_month = $1) AS b
         JOIN ciyuan.invoice AS i ON i.id = b.invoice_id ORDER BY i.run_id, i.id`,
      [month],
    );
    return rows.map((row) => ({
      runId: Number(row.run_id),
      name: row.name,
      batchId: Number(row.batch_id),
      sign: row.sign,
    }));
  }

  async creditsIn(tx: Tx, month: string): Promise<BookedCredit[]> {
    const rows = await tx.rows<{ batch_id: string; currency: string; lines: Record<string, string>[] }>(
      `SELECT n.batch_id, n.currency, jsonb_agg(jsonb_build_object('account', l.account_id::text, 'net', l.net_fen::text,
                'tax', l.tax_fen::text) ORDER BY l.line) AS lines
         FROM ciyuan.credit_note_issue AS n JOIN ciyuan.credit_note_line AS l USING (credit_note_id)
        WHERE n.accounting_month = $1 GROUP BY 1, 2`,
      [month],
    );
    return rows.map(({ batch_id: batchId, currency, lines }) => ({
      batchId: Number(batchId),
      currency,
      lines: lines.map((line) => ({
        accountId: Number(line['account']),
        netFen: BigInt(line['net'] ?? '0'),
        taxFen: BigInt(line['tax'] ?? '0'),
      })),
    }));
  }
}

async function figures(tx: Tx, statement: string, of: string | number): Promise<FigureRows> {
  const rows = await tx.rows<{ figure: string; columns: Record<string, string> }>(statement, [of]);
  return new Map(rows.map(({ figure, columns }) => [figure, columns]));
}
