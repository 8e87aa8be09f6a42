import { Injectable } from '@nestjs/common';
import type { Tx } from '@ciyuan/platform/database';
import type { StatementId } from '../statement';
import type { PayoutStep } from './payout-journal';

/** Which journal booked which step of a payout. */
@Injectable()
export class PayoutPostingsStore {
  /** `runId` is that of the statement that completed the payout. */
  async add(
    tx: Tx,
    { runId, party, currency }: StatementId,
    step: PayoutStep,
    batchId: number,
  ): Promise<void> {
    await tx.rows(
      `INSERT INTO ciyuan.payout_posting (payout_run_id, party, currency, state, batch_id) VALUES ($1, $2, $3, $4, $5)`,
      [runId, party, currency, step, batchId],
    );
  }
}
