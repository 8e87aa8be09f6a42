import { Injectable } from '@nestjs/common';
import type {
  AccountState,
  ChargingCatalogue,
  Correction,
  CorrectionDecision,
  Months,
  RatedRecord,
} from '@ciyuan/core/charging';
import type { Instant } from '@ciyuan/core/kernel';
import { PastCatalogues } from '@ciyuan/modules/catalogue';
import { ChangeAccounts, type ChangedAccounts } from '@ciyuan/modules/subscriptions';
import { CostSuspenseStore, UsageCorrectionsStore, type RatedEntry } from '@ciyuan/modules/usage';
import { Clock } from '@ciyuan/platform/clock';
import type { Tx } from '@ciyuan/platform/database';
import { OutboxStore } from '@ciyuan/platform/outbox';
import { gapsByMonth } from './gaps-by-month';

export interface CorrectionsToWrite<D extends CorrectionDecision> {
  /** The last entries of the records to look at. */
  readonly entries: readonly RatedEntry[];
  readonly accountIds: readonly number[];
  /** How many numbers each account is expected to use. */
  readonly takes: number;
  readonly by: string;
  readonly reasonOf: (correction: Correction) => string;
  readonly decide: (
    rated: readonly RatedRecord[],
    accounts: ReadonlyMap<number, AccountState>,
    months: Months,
    catalogue: ChargingCatalogue,
    now: Instant,
  ) => D;
}

/** Decides corrections of charged records and writes all of it, inside the caller's transaction. */
@Injectable()
export class WriteCorrections {
  constructor(
    private readonly changeAccounts: ChangeAccounts,
    private readonly pastCatalogues: PastCatalogues,
    private readonly corrections: UsageCorrectionsStore,
    private readonly costSuspense: CostSuspenseStore,
    private readonly outbox: OutboxStore,
    private readonly clock: Clock,
  ) {}

  /** The entries must have been read under the locks of their accounts. */
  async run<D extends CorrectionDecision>(
    tx: Tx,
    { entries, accountIds, takes, by, reasonOf, decide }: CorrectionsToWrite<D>,
  ): Promise<ChangedAccounts<D>> {
    const rated = await this.withCatalogues(tx, entries);
    const now = this.clock.now();
    const instants = entries.map(({ rating }) => rating.record.at);
    const changed = await this.changeAccounts.run(tx, {
      kind: 'correction',
      takes: new Map(accountIds.map((id) => [id, takes])),
      from: instants.reduce((least, at) => Math.min(least, at), now),
      until: instants.reduce((most, at) => Math.max(most, at), now),
      expiredToo: true,
      decide: (accounts, months, catalogue, at) => decide(rated, accounts, months, catalogue, at),
    });
    const { batchId, bookedAt, decision } = changed;
    await this.corrections.add(tx, decision.corrections, { batchId, bookedAt, by, reasonOf });
    await this.costSuspense.settle(tx, decision.corrections);
    await this.costSuspense.open(
      tx,
      gapsByMonth(
        decision,
        decision.corrections.map((one) => one.rating),
      ),
    );
    await this.outbox.add(tx, {
      batchId,
      topic: 'usage.corrected',
      payload: { corrections: decision.corrections.length },
      createdAt: new Date(bookedAt),
    });
    return changed;
  }

  private async withCatalogues(tx: Tx, entries: readonly RatedEntry[]): Promise<RatedRecord[]> {
    const rated: RatedRecord[] = [];
    for (const { recordSequence, rating, draws, epoch } of entries) {
      const catalogue = await this.pastCatalogues.asOf(tx, epoch);
      rated.push({ recordSequence, rating, draws, catalogue });
    }
    return rated;
  }
}
