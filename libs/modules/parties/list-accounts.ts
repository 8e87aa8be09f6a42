import { Injectable } from '@nestjs/common';
import type { Account } from '@ciyuan/core/catalogue';
import { Database } from '@ciyuan/platform/database';
import { AccountsStore, type AccountPage } from './accounts.store';

/** One page of the accounts, in the order in which they were opened. */
@Injectable()
export class ListAccounts {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsStore,
  ) {}

  run(page: AccountPage): Promise<Account[]> {
    return this.database.transaction((tx) => this.accounts.list(tx, page));
  }
}
