import { Injectable } from '@nestjs/common';
import { AccountsStore } from '@ciyuan/modules/parties';
import { SuspenseStore, type ReportedUsage, type SuspenseEntry } from '@ciyuan/modules/usage';
import { Clock } from '@ciyuan/platform/clock';
import { Database, type Tx } from '@ciyuan/platform/database';
import { NO_ACCOUNT } from './claim-usage';
import { rereadUsage } from './read-usage';
import { WriteUsage } from './write-usage';

export interface Recycled {
  readonly charged: number;
  readonly stillOpen: number;
}

/** Tries records in suspense again, with the catalogue and the accounts as they are now. Their keys are theirs. */
@Injectable()
export class RecycleSuspense {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsStore,
    private readonly suspense: SuspenseStore,
    private readonly writeUsage: WriteUsage,
    private readonly clock: Clock,
  ) {}

  /** Those of `keys` that are still open, in the order in which they were opened. */
  async run(keys: readonly string[]): Promise<Recycled> {
    return this.database.retrying(async (tx) => {
      const entries = await this.suspense.take(tx, keys, this.clock.now());
      return entries.length === 0 ? { charged: 0, stillOpen: 0 } : this.recycle(tx, entries);
    });
  }

  private async recycle(tx: Tx, entries: readonly SuspenseEntry[]): Promise<Recycled> {
    const usage = entries.map((entry) => rereadUsage(entry.partner, entry.body));
    const ids = await this.accounts.idsByCode(tx, [...new Set(usage.map((one) => one.record.accountCode))]);
    const accountIdOf = (one: ReportedUsage): number | undefined => ids.get(one.record.accountCode);
    const written = await this.writeUsage.run(tx, { usage, accountIdOf });
    const reported = new Map(usage.map((one) => [one.record, one]));
    const keyOf = (record: ReportedUsage['record']): string => (reported.get(record) as ReportedUsage).key;
    const closed = [...written.charged.values()].map(({ record, accountId, sequence }) => ({
      key: keyOf(record),
      accountId,
      sequence,
    }));
    const still = written.suspended.map(({ record, reason, detail }) => {
      const one = reported.get(record) as ReportedUsage;
      return { usage: one, accountId: accountIdOf(one) ?? NO_ACCOUNT, reason, detail };
    });
    await this.suspense.close(tx, closed, this.clock.now());
    await this.suspense.retried(tx, still, this.clock.now());
    return { charged: closed.length, stillOpen: still.length };
  }
}
