import { Injectable } from '@nestjs/common';
import { AccountsStore } from '@ciyuan/modules/parties';
import { Database } from '@ciyuan/platform/database';
import type { AccountCollection } from './account-collection';
import { CollectionsStore } from './collections.store';

/** How an account was and is to be collected, the first first; undefined where no account has the code. */
@Injectable()
export class ReadCollection {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsStore,
    private readonly collections: CollectionsStore,
  ) {}

  run(code: string): Promise<readonly AccountCollection[] | undefined> {
    return this.database.snapshot(async (tx) => {
      const account = await this.accounts.byCode(tx, code);
      return account === undefined ? undefined : this.collections.ofAccount(tx, account.id);
    });
  }
}
