import { Injectable } from '@nestjs/common';
import type { AccountState } from '@ciyuan/core/charging';
import { plainArray, type Tx } from '@ciyuan/platform/database';

/** Cumulative quantities of tier components, and what commitments consumed: some in pico-yuan, beyond a bigint. */
@Injectable()
export class TierCountersStore {
  async load(tx: Tx, accountIds: readonly number[]): Promise<Map<number, Map<string, bigint>>> {
    const rows = await tx.rows<{ account_id: string; key: string; quantity: string }>(
      'SELECT account_id, key, quantity FROM ciyuan.tier_counter WHERE account_id = ANY ($1::bigint[])',
      [plainArray(accountIds)],
      'load_counters',
    );
    const byAccount = new Map<number, Map<string, bigint>>();
    for (const row of rows) {
      const id = Number(row.account_id);
      const counters = byAccount.get(id) ?? new Map<string, bigint>();
      byAccount.set(id, counters.set(row.key, BigInt(row.quantity)));
    }
    return byAccount;
  }

  async save(tx: Tx, accounts: Iterable<AccountState>): Promise<void> {
    const changed = [...accounts].flatMap((account) =>
      [...account.changedCounters].map((key) => ({
        id: account.id,
        key,
        quantity: account.counters.get(key) ?? 0n,
      })),
    );
    if (changed.length === 0) return;
    await tx.rows(
      `INSERT INTO ciyuan.tier_counter (account_id, key, quantity)
       SELECT * FROM unnest($1::bigint[], $2::text[], $3::numeric[])
       ON CONFLICT (account_id, key) DO UPDATE SET quantity = excluded.quantity`,
      [
        plainArray(changed.map((one) => one.id)),
        changed.map((one) => one.key),
        plainArray(changed.map((one) => one.quantity)),
      ],
      'save_counters',
    );
  }
}
