import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@ciyuan/platform/database';
import type { Progress } from '@ciyuan/platform/jobs';
import type { ChargeDecision } from '@ciyuan/core/charging';
import { ChangeAccounts, type AccountsChange } from './change-accounts';

export interface DueChange extends Omit<AccountsChange<ChargeDecision>, 'takes'> {
  /** The next accounts after one, in the order of their ids, that something is due for. */
  readonly due: (tx: Tx, afterAccountId: number, limit: number) => Promise<readonly number[]>;
  /** What of a decision is counted. */
  readonly count: (decision: ChargeDecision) => number;
  /** Told of accounts. */
  readonly onProgress?: Progress | undefined;
}

const ACCOUNTS_PER_TRANSACTION = 500;
const ALL = Number.MAX_SAFE_INTEGER;

/**
 * Changes every account that something is due for, some hundreds to a transaction: what breaks off goes on the next
 * time where it stopped. Returns the sum of the counts.
 */
@Injectable()
export class ChangeDueAccounts {
  constructor(
    private readonly database: Database,
    private readonly changeAccounts: ChangeAccounts,
  ) {}

  async run(change: DueChange): Promise<number> {
    const expected = await this.expected(change);
    let [total, done] = [0, 0];
    for (let after = 0; ; ) {
      const part = await this.database.retrying(async (tx) => {
        const due = await change.due(tx, after, ACCOUNTS_PER_TRANSACTION);
        const last = due[due.length - 1];
        if (last === undefined) return undefined;
        const takes = new Map(due.map((id) => [id, 0]));
        const { decision } = await this.changeAccounts.run(tx, { ...change, takes });
        return { last, accounts: due.length, count: change.count(decision) };
      });
      if (part === undefined) return total;
      total += part.count;
      after = part.last;
      done += part.accounts;
      await change.onProgress?.(done, Math.max(done, expected));
    }
  }

  /** How many accounts there are to change, where somebody wants to know: others become due meanwhile. */
  private async expected({ due, onProgress }: DueChange): Promise<number> {
    if (onProgress === undefined) return 0;
    const { length } = await this.database.transaction((tx) => due(tx, 0, ALL));
    await onProgress(0, length);
    return length;
  }
}
