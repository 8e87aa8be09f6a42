import { Injectable } from '@nestjs/common';
import type { GrantTransfer } from '@ciyuan/core/charging';
import type { Instant } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';

export interface TransferMade {
  readonly batchId: number;
  readonly by: string;
  readonly at: Instant;
}

/** What one account gave to another; appended. */
@Injectable()
export class GrantTransfersStore {
  async add(tx: Tx, transfers: readonly GrantTransfer[], { batchId, by, at }: TransferMade): Promise<void> {
    for (const one of transfers) {
      await tx.rows(
        `INSERT INTO ciyuan.grant_transfer (account_id, sequence, grant_number, batch_id, milli_tokens, to_account_id,
           to_number, requested_by, booked_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          one.accountId,
          one.sequence,
          one.grantNumber,
          batchId,
          String(one.milliTokens),
          one.toAccountId,
          one.toNumber,
          by,
          new Date(at),
        ],
      );
    }
  }
}
