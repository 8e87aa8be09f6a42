import { Injectable } from '@nestjs/common';
import type { Account } from '@ciyuan/core/catalogue';
import { Database } from '@ciyuan/platform/database';
import { AccountsStore } from './accounts.store';

/** The account of a code; undefined where there is none. */
@Injectable()
export class ReadAccount {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsStore,
  ) {}

  run(code: string): Promise<Account | undefined> {
    return this.database.transaction((tx) => this.accounts.byCode(tx, code));
  }
}
