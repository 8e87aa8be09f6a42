import { Injectable } from '@nestjs/common';
import type { PhoneBillKind } from '@ciyuan/core/billing';
import type { Instant } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';
import type { DuePart } from './phone-bill-file';

interface PartRow {
  account_id: string;
  code: string;
  kind: PhoneBillKind;
  document: string;
  month: string;
  billing_id: string;
  net_fen: string;
  tax_fen: string;
  gross_fen: string;
}

/** What carriers are still to be told. The caller holds the lock of billing. */
@Injectable()
export class DuePartsStore {
  /**
   * What became final before the cut-off, stands, and is in no file yet; and what is in one and became void since,
   * whenever it did. By account and document.
   */
  async due(tx: Tx, currency: string, cutOff: Instant): Promise<DuePart[]> {
    const rows = await tx.rows<PartRow>(
      `SELECT due.*, a.code FROM (
         SELECT c.account_id, c.kind, c.document, c.accounting_month AS month, c.billing_id, c.net_fen, c.tax_fen, c.gross_fen
           FROM ciyuan.phone_bill_charge AS c
          WHERE c.currency = $1 AND c.issued_at < $2 AND c.voided_at IS NULL
            AND NOT EXISTS (SELECT FROM ciyuan.phone_bill_line AS l
                             WHERE l.account_id = c.account_id AND l.document = c.document AND l.kind <> 'reversal')
         UNION ALL
         SELECT c.account_id, 'reversal', c.document, c.accounting_month, c.billing_id, -c.net_fen, -c.tax_fen, -c.gross_fen
           FROM ciyuan.phone_bill_charge AS c
           JOIN ciyuan.phone_bill_line AS l
             ON l.account_id = c.account_id AND l.document = c.document AND l.kind <> 'reversal'
          WHERE c.currency = $1 AND c.voided_at IS NOT NULL
            AND NOT EXISTS (SELECT FROM ciyuan.phone_bill_line AS r
                             WHERE r.account_id = c.account_id AND r.document = c.document AND r.kind = 'reversal')
       ) AS due JOIN ciyuan.account AS a USING (account_id) ORDER BY a.code COLLATE "C", due.document COLLATE "C"`,
      [currency, new Date(cutOff)],
    );
    return rows.map(read);
  }
}

const read = (row: PartRow): DuePart => ({
  accountId: Number(row.account_id),
  account: row.code,
  kind: row.kind,
  document: row.document,
  month: row.month,
  billingId: row.billing_id,
  netFen: BigInt(row.net_fen),
  taxFen: BigInt(row.tax_fen),
  grossFen: BigInt(row.gross_fen),
});
