import { Injectable } from '@nestjs/common';
import { AccountsStore } from '@ciyuan/modules/parties';
import {
  SuspenseStore,
  UsagePartitions,
  type ReportedUsage,
  type SuspenseEntry,
} from '@ciyuan/modules/usage';
import { Clock } from '@ciyuan/platform/clock';
import { Database, isDataError, sqlState, type Tx } from '@ciyuan/platform/database';
import { rereadUsage } from './read-usage';
import { WriteClaimedUsage } from './write-claimed-usage';

export interface Recycled {
  readonly charged: number;
  readonly stillOpen: number;
}

/** Tries records in suspense again, with the catalogue and the accounts as they are now. Their keys are theirs. */
@Injectable()
export class RecycleSuspense {
  constructor(
    private readonly database: Database,
    private readonly partitions: UsagePartitions,
    private readonly accounts: AccountsStore,
    private readonly suspense: SuspenseStore,
    private readonly writeClaimedUsage: WriteClaimedUsage,
    private readonly clock: Clock,
  ) {}

  /**
   * Those of `keys` that are still open, in the order in which they were opened; where a value cannot be stored, in
   * halves, so that one entry cannot hold up the others.
   */
  async run(keys: readonly string[]): Promise<Recycled> {
    const instants = await this.database.transaction((tx) => this.suspense.instants(tx, keys));
    await this.partitions.ensure(instants);
    return this.inHalves(keys);
  }

  private async inHalves(keys: readonly string[]): Promise<Recycled> {
    try {
      return await this.database.retrying((tx) => this.attempt(tx, keys));
    } catch (error) {
      if (!isDataError(error)) throw error;
      if (keys.length === 1) return this.database.retrying((tx) => this.leave(tx, keys, error));
      const half = keys.length >> 1;
      const first = await this.inHalves(keys.slice(0, half));
      const second = await this.inHalves(keys.slice(half));
      return { charged: first.charged + second.charged, stillOpen: first.stillOpen + second.stillOpen };
    }
  }

  private async attempt(tx: Tx, keys: readonly string[]): Promise<Recycled> {
    const entries = await this.suspense.take(tx, keys, this.clock.now());
    return entries.length === 0 ? { charged: 0, stillOpen: 0 } : this.recycle(tx, entries);
  }

  private async leave(tx: Tx, keys: readonly string[], error: unknown): Promise<Recycled> {
    const now = this.clock.now();
    const entries = await this.suspense.take(tx, keys, now);
    const still = entries.map(({ partner, body, accountId }) => ({
      usage: rereadUsage(partner, body),
      accountId,
      reason: 'data_error' as const,
      detail: `SQLSTATE ${sqlState(error)}`,
    }));
    await this.suspense.retried(tx, still, now);
    return { charged: 0, stillOpen: still.length };
  }

  private async recycle(tx: Tx, entries: readonly SuspenseEntry[]): Promise<Recycled> {
    const usage = entries.map((entry) => rereadUsage(entry.partner, entry.body));
    const ids = await this.accounts.idsByCode(tx, [...new Set(usage.map((one) => one.record.accountCode))]);
    const accountIdOf = (one: ReportedUsage): number | undefined => ids.get(one.record.accountCode);
    const { charged, suspended } = await this.writeClaimedUsage.run(tx, { usage, accountIdOf });
    const closed = usage.flatMap((one) => {
      const charge = one.isReadable ? charged.get(one.record) : undefined;
      return charge === undefined
        ? []
        : [{ key: one.key, accountId: charge.accountId, sequence: charge.sequence }];
    });
    await this.suspense.close(tx, closed, this.clock.now());
    await this.suspense.retried(tx, suspended, this.clock.now());
    return { charged: closed.length, stillOpen: suspended.length };
  }
}
