import { Injectable } from '@nestjs/common';
import { BalancesStore, type GrantBalance } from '@ciyuan/modules/entitlement';
import { AccountsStore } from '@ciyuan/modules/parties';
import { Database } from '@ciyuan/platform/database';

/** Every grant of an account, in burn order; undefined for a code that no account has. */
@Injectable()
export class ReadBalance {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsStore,
    private readonly balances: BalancesStore,
  ) {}

  run(accountCode: string): Promise<readonly GrantBalance[] | undefined> {
    return this.database.transaction(async (tx) => {
      const id = (await this.accounts.idsByCode(tx, [accountCode])).get(accountCode);
      return id === undefined ? undefined : this.balances.ofAccount(tx, id);
    });
  }
}
