import { Injectable } from '@nestjs/common';
import type { ChargeDecision } from '@ciyuan/core/charging';
import { CommitmentEntriesStore, FeeChargesStore, GrantMovementsStore } from '@ciyuan/modules/entitlement';
import type { Tx } from '@ciyuan/platform/database';
import { SubscriptionLapsesStore } from './subscription-lapses.store';

/** Writes what a decision adds to an account's books beside its grants and records, and what never changes again. */
@Injectable()
export class SaveEntries {
  constructor(
    private readonly movements: GrantMovementsStore,
    private readonly commitments: CommitmentEntriesStore,
    private readonly fees: FeeChargesStore,
    private readonly lapses: SubscriptionLapsesStore,
  ) {}

  async run(tx: Tx, batchId: number, decision: ChargeDecision): Promise<void> {
    await this.movements.add(tx, batchId, decision.movements);
    await this.commitments.add(tx, batchId, decision.commitmentEntries);
    await this.fees.add(tx, batchId, decision.fees);
    await this.lapses.add(tx, batchId, decision.lapses);
  }
}
