import { Injectable } from '@nestjs/common';
import type { ChargeDecision } from '@ciyuan/core/charging';
import type { Instant } from '@ciyuan/core/kernel';
import { AccountWritesStore, JournalsStore, type WriteKind } from '@ciyuan/modules/ledger';
import { RollupsStore } from '@ciyuan/modules/usage';
import type { Tx } from '@ciyuan/platform/database';

export interface WriteToBook {
  readonly kind: WriteKind;
  /** Of the catalogue that decided it. */
  readonly epoch: number;
  /** Usage month to accounting month, where they differ. */
  readonly lateMonths: Readonly<Record<string, string>>;
  readonly bookedAt: Instant;
}

/** Books what a write decided, under a number that names the write everywhere: its journals and roll-up deltas. */
@Injectable()
export class BookWrite {
  constructor(
    private readonly writes: AccountWritesStore,
    private readonly journals: JournalsStore,
    private readonly rollups: RollupsStore,
  ) {}

  async run(tx: Tx, decision: ChargeDecision, write: WriteToBook): Promise<number> {
    const { kind, epoch, lateMonths, bookedAt } = write;
    const batchId = await this.journals.nextBatchId(tx);
    await this.writes.add(tx, { batchId, kind, catalogueEpoch: epoch, lateMonths, writtenAt: bookedAt });
    await this.journals.add(tx, batchId, decision.journals, bookedAt);
    await this.rollups.add(tx, batchId, decision.rollups);
    return batchId;
  }
}
