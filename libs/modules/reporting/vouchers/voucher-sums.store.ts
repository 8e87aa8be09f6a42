import { Injectable } from '@nestjs/common';
import { parseYuan } from '@ciyuan/core/kernel';
import type { ExactLine, LedgerAccount } from '@ciyuan/core/ledger';
import type { Tx } from '@ciyuan/platform/database';

export interface VoucherSum extends ExactLine {
  readonly currency: string;
  /** Of the operator's own journal, which the issue of the month wrote. */
  readonly isIssue: boolean;
}

@Injectable()
export class VoucherSumsStore {
  /** What money the journals of an accounting month moved, by account and party. Tokens are left out. */
  async ofMonth(tx: Tx, month: string): Promise<VoucherSum[]> {
    const rows = await tx.rows<{
      currency: string;
      isIssue: boolean;
      account: LedgerAccount;
      party: string | null;
      amount: string;
    }>(
      `SELECT asset AS currency, account_id = 0 AS "isIssue", ledger_account AS account, party, sum(amount) AS amount
         FROM ciyuan.journal_line WHERE accounting_month = $1 AND asset <> 'TOKEN' GROUP BY 1, 2, 3, 4`,
      [month],
    );
    return rows.map((row) => ({ ...row, amount: parseYuan(row.amount) }));
  }
}
