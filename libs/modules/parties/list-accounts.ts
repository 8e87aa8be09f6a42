import { Injectable } from '@nestjs/common';
import type { Account } from '@ciyuan/core/catalogue';
import { Database } from '@ciyuan/platform/database';
import type { Listed } from '@ciyuan/platform/lists';
import { AccountsStore, type AccountPage } from './accounts.store';

/** One page of the accounts: those that are asked for, in the order that is asked for. */
@Injectable()
export class ListAccounts {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsStore,
  ) {}

  run(page: AccountPage): Promise<Listed<Account>> {
    return this.database.transaction((tx) => this.accounts.list(tx, page));
  }
}
