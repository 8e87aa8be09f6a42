import { Injectable } from '@nestjs/common';
import type { GrantMovement } from '@ciyuan/core/charging';
import { formatInstant } from '@ciyuan/core/kernel';
import { copyChunks, type Tx } from '@ciyuan/platform/database';

const COLUMNS = 'account_id, sequence, batch_id, grant_number, kind, at, milli_tokens';

/** What changed a grant beside the first draw of a record, which the record's own row holds. */
@Injectable()
export class GrantMovementsStore {
  async add(tx: Tx, batchId: number, movements: readonly GrantMovement[]): Promise<void> {
    if (movements.length === 0) return;
    const rows = movements.map(
      (one) =>
        `${one.accountId}\t${one.sequence}\t${batchId}\t${one.grantNumber}\t${one.kind}\t${formatInstant(one.at)}\t${one.milliTokens}\n`,
    );
    await tx.copyIn(`COPY ciyuan.grant_movement (${COLUMNS}) FROM STDIN`, copyChunks(rows));
  }
}
