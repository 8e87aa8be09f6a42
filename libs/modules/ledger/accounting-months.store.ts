import { Injectable } from '@nestjs/common';
import { nextMonth, type Instant } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';

export type MonthState = 'open' | 'frozen' | 'closed';

export interface MonthStanding {
  readonly state: MonthState;
  /** How many events the month has. */
  readonly events: number;
  /** Of the last of them. */
  readonly at: Instant;
}

/** Advisory locks of months share this class, so that no other lock meets them. */
const LOCK_CLASS = 7_001;

const lockNumber = (month: string): number => Number(month.replace('-', ''));

/** A month that no row names is open. */
@Injectable()
export class AccountingMonthsStore {
  /**
   * Assigns each usage month its accounting month: itself while it is open, else the next open one. The assigned
   * months stay locked, shared, until the transaction ends, so that closing waits for whoever writes into them.
   */
  async assign(tx: Tx, usageMonths: readonly string[]): Promise<ReadonlyMap<string, string>> {
    for (;;) {
      const before = assignment(usageMonths, await this.notOpen(tx));
      await this.lockShared(tx, [...new Set(before.values())].sort());
      const after = assignment(usageMonths, await this.notOpen(tx));
      if ([...after].every(([usage, accounting]) => before.get(usage) === accounting)) return after;
    }
  }

  /** Waits until nobody writes into the month, and keeps everybody out until the transaction ends. */
  async lockExclusive(tx: Tx, month: string): Promise<void> {
    await tx.rows('SELECT pg_advisory_xact_lock($1, $2)', [LOCK_CLASS, lockNumber(month)]);
  }

  async state(tx: Tx, month: string): Promise<MonthState> {
    const [row] = await tx.rows<{ state: MonthState }>(
      'SELECT state FROM ciyuan.accounting_month WHERE month = $1',
      [month],
    );
    return row?.state ?? 'open';
  }

  /** Notes where the last of a month's events left it; the caller holds the month's lock, and adds that event. */
  async note(tx: Tx, month: string, { state, events, at }: MonthStanding): Promise<void> {
    await tx.rows(
      `INSERT INTO ciyuan.accounting_month (month, state, changed_at, events) VALUES ($1, $2, $3, $4)
       ON CONFLICT (month) DO UPDATE
         SET state = excluded.state, changed_at = excluded.changed_at, events = excluded.events`,
      [month, state, new Date(at), events],
    );
  }

  private async lockShared(tx: Tx, months: readonly string[]): Promise<void> {
    await tx.rows(
      'SELECT pg_advisory_xact_lock_shared($1, m) FROM unnest($2::integer[]) AS m',
      [LOCK_CLASS, months.map(lockNumber)],
      'lock_months',
    );
  }

  private async notOpen(tx: Tx): Promise<ReadonlySet<string>> {
    const rows = await tx.rows<{ month: string }>(
      "SELECT month FROM ciyuan.accounting_month WHERE state <> 'open'",
      [],
      'months_not_open',
    );
    return new Set(rows.map((row) => row.month));
  }
}

function assignment(usageMonths: readonly string[], notOpen: ReadonlySet<string>): Map<string, string> {
  return new Map(
    usageMonths.map((usage) => {
      let month = usage;
      while (notOpen.has(month)) month = nextMonth(month);
      return [usage, month];
    }),
  );
}
