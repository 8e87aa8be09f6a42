import { Injectable } from '@nestjs/common';
import type { PicoYuan } from '@ciyuan/core/kernel';
import { AccountsStore } from '@ciyuan/modules/parties';
import { Database } from '@ciyuan/platform/database';
import { ReceivableStore, type OwedByCause } from './receivable.store';

export interface Receivable {
  readonly account: string;
  readonly balances: readonly {
    readonly currency: string;
    /** Negative where it is owed to the customer. */
    readonly owed: PicoYuan;
    readonly causes: readonly OwedByCause[];
  }[];
}

/** What the ledger says that a customer owes, and out of what; undefined where no account has the code. */
@Injectable()
export class ReadReceivable {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsStore,
    private readonly receivable: ReceivableStore,
  ) {}

  run(code: string): Promise<Receivable | undefined> {
    return this.database.snapshot(async (tx) => {
      const account = await this.accounts.byCode(tx, code);
      if (account === undefined) return undefined;
      const all = await this.receivable.byCause(tx, account.id);
      const currencies = [...new Set([account.currency, ...all.map(({ currency }) => currency)])].sort();
      return {
        account: code,
        balances: currencies.map((currency) => {
          const causes = all.filter((one) => one.currency === currency);
          return { currency, owed: causes.reduce((sum, { amount }) => sum + amount, 0n), causes };
        }),
      };
    });
  }
}
