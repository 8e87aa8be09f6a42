import { Injectable } from '@nestjs/common';
import type { AccountStatus } from '@ciyuan/core/catalogue';
import type { Instant } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';

export interface ChangeOfStatus {
  readonly accountId: number;
  readonly status: AccountStatus;
  readonly reason: string;
  readonly by: string;
  readonly at: Instant;
}

/** What of an account may change, and who changed it. */
@Injectable()
export class AccountChangesStore {
  /** The lock of everything that changes the account's entitlement, without a number of its sequence. */
  async lock(tx: Tx, code: string): Promise<void> {
    await tx.rows(
      `UPDATE ciyuan.account_state SET next_sequence = next_sequence
        WHERE account_id = (SELECT account_id FROM ciyuan.account_code WHERE code = $1)`,
      [code],
    );
  }

  /** Under the lock, which also keeps the numbers of the changes apart. */
  async setStatus(tx: Tx, { accountId, status, reason, by, at }: ChangeOfStatus): Promise<void> {
    await tx.rows('UPDATE ciyuan.account SET status = $2 WHERE account_id = $1', [accountId, status]);
    await tx.rows(
      `INSERT INTO ciyuan.account_status_change (account_id, number, status, reason, changed_by, changed_at)
       SELECT $1, count(*) + 1, $2, $3, $4, $5 FROM ciyuan.account_status_change WHERE account_id = $1`,
      [accountId, status, reason, by, new Date(at)],
    );
  }

  async setCustomer(tx: Tx, accountId: number, customer: string): Promise<void> {
    await tx.rows('UPDATE ciyuan.account SET customer_code = $2 WHERE account_id = $1', [
      accountId,
      customer,
    ]);
  }
}
