import { Injectable } from '@nestjs/common';
import type { Account } from '@ciyuan/core/catalogue';
import { AccountChangesStore, AccountsStore } from '@ciyuan/modules/parties';
import type { Tx } from '@ciyuan/platform/database';

/** Takes the lock that everything which changes an account takes; undefined where no account has the code. */
@Injectable()
export class LockAccount {
  constructor(
    private readonly changes: AccountChangesStore,
    private readonly accounts: AccountsStore,
  ) {}

  async run(tx: Tx, code: string): Promise<Account | undefined> {
    await this.changes.lock(tx, code);
    return this.accounts.byCode(tx, code);
  }
}
