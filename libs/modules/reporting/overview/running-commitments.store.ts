import { Injectable } from '@nestjs/common';
import type { Instant } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';

@Injectable()
export class RunningCommitmentsStore {
  /** Codes of accounts that have a commitment with a period in which the instant lies. */
  async accountsAt(tx: Tx, at: Instant): Promise<string[]> {
    const rows = await tx.rows<{ code: string }>(
      `SELECT DISTINCT a.code FROM ciyuan.commitment_period AS p JOIN ciyuan.account AS a USING (account_id)
        WHERE p.starts_at <= $1 AND p.ends_at > $1 ORDER BY a.code`,
      [new Date(at)],
    );
    return rows.map(({ code }) => code);
  }
}
