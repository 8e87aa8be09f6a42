import { Injectable } from '@nestjs/common';
import type { Tx } from '@ciyuan/platform/database';
import type { SettlementRun } from './settlement-run';

export interface Posting {
  readonly batchId: number;
  readonly waivedSuspense: number;
  readonly waivedCosts: number;
  readonly by: string;
}

/** Which journal issued which run, and who did it. */
@Injectable()
export class SettlementPostingsStore {
  async add(tx: Tx, { id, month, postedAt }: SettlementRun, posting: Posting): Promise<void> {
    await tx.rows(
      `INSERT INTO ciyuan.settlement_posting (run_id, month, batch_id, waived_suspense, waived_costs, posted_by, posted_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        id,
        month,
        posting.batchId,
        posting.waivedSuspense,
        posting.waivedCosts,
        posting.by,
        new Date(postedAt as number),
      ],
    );
  }
}
