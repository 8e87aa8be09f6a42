import { Injectable } from '@nestjs/common';
import type { Tx } from '@ciyuan/platform/database';

@Injectable()
export class ImbalanceStore {
  /** Of accounting months from this one on: the assets whose debits are not their credits. There are none. */
  async assets(tx: Tx, fromMonth: string): Promise<string[]> {
    const rows = await tx.rows<{ asset: string }>(
      `SELECT asset FROM ciyuan.journal_line WHERE accounting_month >= $1
        GROUP BY asset HAVING sum(amount) <> 0 ORDER BY asset`,
      [fromMonth],
    );
    return rows.map(({ asset }) => asset);
  }
}
