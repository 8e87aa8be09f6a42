import { Injectable } from '@nestjs/common';
import { formatInstant, type Instant } from '@ciyuan/core/kernel';
import { Database } from '@ciyuan/platform/database';
import { UsageRecordsStore } from './usage-records.store';

/** Of YYYY-MM. */
const MONTH_LENGTH = 7;

/**
 * Makes the partitions, by UTC month, that records need which are about to be written: in a transaction of its own,
 * because making one locks the whole table. What this process knows of is not asked for again.
 */
@Injectable()
export class UsagePartitions {
  private readonly known = new Set<string>();

  constructor(
    private readonly database: Database,
    private readonly records: UsageRecordsStore,
  ) {}

  async ensure(instants: Iterable<Instant>): Promise<void> {
    const missing = new Set<string>();
    for (const at of instants) {
      const month = formatInstant(at).slice(0, MONTH_LENGTH);
      if (!this.known.has(month)) missing.add(month);
    }
    if (missing.size === 0) return;
    const months = [...missing].sort();
    await this.database.retrying((tx) => this.records.ensurePartitions(tx, months));
    for (const month of months) this.known.add(month);
  }
}
