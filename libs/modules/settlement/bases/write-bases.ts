import { Injectable } from '@nestjs/common';
import type { SettlementPlan } from '@ciyuan/core/settlement';
import type { Tx } from '@ciyuan/platform/database';
import { AccountCoversStore } from './account-covers.store';
import { StatementBasesStore } from './statement-bases.store';

/** Writes what of a run's shares waits, and what decided it. */
@Injectable()
export class WriteBases {
  constructor(
    private readonly bases: StatementBasesStore,
    private readonly covers: AccountCoversStore,
  ) {}

  async run(tx: Tx, runId: number, { statements, covers }: SettlementPlan): Promise<void> {
    await this.bases.add(tx, runId, statements);
    await this.covers.add(tx, runId, covers);
  }
}
