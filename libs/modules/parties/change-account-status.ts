import { Injectable } from '@nestjs/common';
import type { Account, AccountStatus } from '@ciyuan/core/catalogue';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { Clock } from '@ciyuan/platform/clock';
import { Database } from '@ciyuan/platform/database';
import { AccountChangesStore } from './account-changes.store';
import { AccountsStore } from './accounts.store';

export interface StatusChange {
  readonly account: string;
  readonly status: AccountStatus;
  readonly reason: string;
  readonly by: string;
}

export interface StatusRefusal {
  readonly code: 'unknown_account' | 'account_closed';
  readonly detail: string;
}

/**
 * Suspends an account, takes it up again or closes it for good, under the lock that orders take: an order is before
 * the change or sees it. Saying what is so already changes nothing.
 */
@Injectable()
export class ChangeAccountStatus {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly accounts: AccountsStore,
    private readonly changes: AccountChangesStore,
  ) {}

  run({ account: code, status, reason, by }: StatusChange): Promise<Result<Account, StatusRefusal>> {
    return this.database.retrying(async (tx) => {
      await this.changes.lock(tx, code);
      const account = await this.accounts.byCode(tx, code);
      if (account === undefined) return refuse({ code: 'unknown_account', detail: code });
      if (account.status === status) return ok(account);
      if (account.status === 'closed') return refuse({ code: 'account_closed', detail: code });
      const change = { accountId: account.id, status, reason, by, at: this.clock.now() };
      await this.changes.setStatus(tx, change);
      return ok({ ...account, status });
    });
  }
}
