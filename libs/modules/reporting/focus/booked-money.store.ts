import { Injectable } from '@nestjs/common';
import { parseYuan, type Fen, type Instant, type PicoYuan } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';

export type MoneyKind =
  | 'goodwill'
  | 'manual_credit'
  | 'manual_debit'
  | 'refund'
  | 'write_off'
  | 'credit_note';

/** What was credited, debited or paid back by hand, with what its journal has on the account. */
export interface BookedMoney {
  readonly kind: MoneyKind;
  /** Of a credit note its own; else that of the account's adjustment. */
  readonly number: string;
  readonly currency: string;
  readonly at: Instant;
  readonly grossFen: Fen;
  readonly netFen: Fen;
  readonly receivable: PicoYuan;
  readonly revenue: PicoYuan;
}

interface MoneyRow {
  kind: MoneyKind;
  number: string;
  currency: string;
  at: Date;
  gross_fen: string;
  net_fen: string;
  receivable: string;
  revenue: string;
}

/** Journals of an account that are of no write of it, but of a document, in an accounting month. */
@Injectable()
export class BookedMoneyStore {
  /** The earliest first. Invoices and payments move what was charged, and are no charges. */
  async ofAccount(tx: Tx, accountId: number, month: string): Promise<BookedMoney[]> {
    const rows = await tx.rows<MoneyRow>(
      `WITH money AS (
         SELECT e.batch_id, j.kind, j.number::text AS number, j.currency, e.at, j.gross_fen, j.net_fen
           FROM ciyuan.adjustment_event AS e
           JOIN ciyuan.account_adjustment AS j ON j.account_id = e.account_id AND j.number = e.adjustment
          WHERE e.account_id = $1 AND e.kind = 'posted'
         UNION ALL
         SELECT i.batch_id, 'credit_note', i.number, i.currency, i.issued_at, sum(l.gross_fen), sum(l.net_fen)
           FROM ciyuan.credit_note_line AS l JOIN ciyuan.credit_note_issue AS i USING (credit_note_id)
          WHERE l.account_id = $1 GROUP BY 1, 3, 4, 5
       ), booked AS (
         SELECT l.batch_id, coalesce(sum(l.amount) FILTER (WHERE l.ledger_account = 'receivable'), 0) AS receivable,
                coalesce(-sum(l.amount) FILTER (WHERE l.ledger_account = 'adjustment_revenue'), 0) AS revenue
           FROM ciyuan.journal_line AS l JOIN money USING (batch_id)
          WHERE l.account_id = $1 AND l.accounting_month = $2 GROUP BY 1
       )
       SELECT m.*, b.receivable, b.revenue FROM money AS m JOIN booked AS b USING (batch_id)
        ORDER BY m.at, m.batch_id`,
      [accountId, month],
    );
    return rows.map((row) => ({
      ...{ kind: row.kind, number: row.number, currency: row.currency, at: row.at.getTime() },
      grossFen: BigInt(row.gross_fen),
      netFen: BigInt(row.net_fen),
      receivable: parseYuan(row.receivable),
      revenue: parseYuan(row.revenue),
    }));
  }
}
