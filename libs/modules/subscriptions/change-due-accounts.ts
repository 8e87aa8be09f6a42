import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@ciyuan/platform/database';
import type { ChargeDecision } from '@ciyuan/core/charging';
import { ChangeAccounts, type AccountsChange } from './change-accounts';

export interface DueChange extends Omit<AccountsChange<ChargeDecision>, 'takes'> {
  /** The next accounts after one, in the order of their ids, that something is due for. */
  readonly due: (tx: Tx, afterAccountId: number, limit: number) => Promise<readonly number[]>;
  /** What of a decision is counted. */
  readonly count: (decision: ChargeDecision) => number;
}

const ACCOUNTS_PER_TRANSACTION = 500;

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
    let total = 0;
    for (let after = 0; ; ) {
      const part = await this.database.retrying(async (tx) => {
        const due = await change.due(tx, after, ACCOUNTS_PER_TRANSACTION);
        const last = due[due.length - 1];
        if (last === undefined) return undefined;
        const takes = new Map(due.map((id) => [id, 0]));
        const { decision } = await this.changeAccounts.run(tx, { ...change, takes });
        return { last, count: change.count(decision) };
      });
      if (part === undefined) return total;
      total += part.count;
      after = part.last;
    }
  }
}
