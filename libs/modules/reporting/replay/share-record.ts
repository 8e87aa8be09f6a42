import { Injectable } from '@nestjs/common';
import type { RollupDelta } from '@ciyuan/core/charging';
import { explainShares, type ExplainedShare, type RollupLine } from '@ciyuan/core/settlement';
import { ReadSettlementDocuments } from '@ciyuan/modules/settlement';
import type { Tx } from '@ciyuan/platform/database';

/** How the lines that a record added to would be shared, were they alone: exact, before guarantees and fen. */
@Injectable()
export class ShareRecord {
  constructor(private readonly readSettlementDocuments: ReadSettlementDocuments) {}

  async run(tx: Tx, rollups: readonly RollupDelta[]): Promise<ExplainedShare[]> {
    const documents = await this.readSettlementDocuments.run(tx);
    if (!documents.ok) throw new Error('a record is charged and the market has not one operator');
    return explainShares(rollups.map(lineOf), documents.value);
  }
}

const lineOf = (delta: RollupDelta): RollupLine => ({
  ...delta,
  records: BigInt(delta.records),
  counts: delta.counts.map(BigInt),
});
