import { Injectable } from '@nestjs/common';
import type { AccountMoney } from '@ciyuan/core/billing';
import { parseYuan, type PicoYuan } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';

/** What one cause came to in one currency; a debit, which the customer owes, is positive. */
export interface OwedByCause {
  readonly currency: string;
  /** The kind of a write, of an adjustment or of a payment; or `invoiced`, `invoice_void`, `credit_note` of documents. */
  readonly cause: string;
  readonly amount: PicoYuan;
}

/** What the ledger says of an account's money. */
@Injectable()
export class ReceivableStore {
  /** Sums that the account's lock holds still. */
  async moneyOf(tx: Tx, accountId: number, currency: string): Promise<AccountMoney> {
    const [row] = await tx.rows<{ owed: string; paid: string; refunded: string }>(
      `SELECT (SELECT coalesce(sum(amount), 0) FROM ciyuan.journal_line
                WHERE account_id = $1 AND asset = $2 AND ledger_account = 'receivable') AS owed,
              (SELECT coalesce(sum(CASE kind WHEN 'received' THEN amount_fen ELSE -amount_fen END), 0)
                 FROM ciyuan.customer_payment WHERE account_id = $1 AND currency = $2) AS paid,
              (SELECT coalesce(sum(gross_fen), 0) FROM ciyuan.account_adjustment
                WHERE account_id = $1 AND currency = $2 AND kind = 'refund' AND state = 'posted') AS refunded`,
      [accountId, currency],
    );
    const { owed, paid, refunded } = row ?? { owed: '0', paid: '0', refunded: '0' };
    return { owed: parseYuan(owed), paidFen: BigInt(paid), refundedFen: BigInt(refunded) };
  }

  /** By currency and cause; a journal that is neither a write nor told of here is of cause `other`. */
  async byCause(tx: Tx, accountId: number): Promise<OwedByCause[]> {
    const rows = await tx.rows<{ currency: string; cause: string; amount: string }>(
      `SELECT l.asset AS currency, sum(l.amount) AS amount,
              CASE WHEN EXISTS (SELECT FROM ciyuan.invoice_issue AS i WHERE i.batch_id = l.batch_id) THEN 'invoiced'
                   WHEN EXISTS (SELECT FROM ciyuan.invoice_void AS v WHERE v.batch_id = l.batch_id) THEN 'invoice_void'
                   WHEN EXISTS (SELECT FROM ciyuan.credit_note_issue AS n WHERE n.batch_id = l.batch_id) THEN 'credit_note'
                   ELSE coalesce(m.cause, w.kind, 'other') END AS cause
         FROM ciyuan.journal_line AS l
         LEFT JOIN ciyuan.account_write AS w ON w.batch_id = l.batch_id
         LEFT JOIN (SELECT DISTINCT batch_id, cause FROM ciyuan.money_line WHERE account_id = $1) AS m
           ON m.batch_id = l.batch_id
        WHERE l.account_id = $1 AND l.ledger_account = 'receivable' GROUP BY 1, 3 ORDER BY 1, 3`,
      [accountId],
    );
    return rows.map((row) => ({ ...row, amount: parseYuan(row.amount) }));
  }
}
