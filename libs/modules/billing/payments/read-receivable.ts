import { Injectable } from '@nestjs/common';
import type { Fen, PicoYuan } from '@ciyuan/core/kernel';
import { AccountsStore } from '@ciyuan/modules/parties';
import { Database } from '@ciyuan/platform/database';
import { AllocationsStore, type AccountDocument } from './allocations.store';
import { ReceivableStore, type OwedByCause } from './receivable.store';

export interface Receivable {
  readonly account: string;
  readonly balances: readonly {
    readonly currency: string;
    /** Negative where it is owed to the customer. */
    readonly owed: PicoYuan;
    readonly causes: readonly OwedByCause[];
  }[];
  /** The account's parts of documents that are not settled, the oldest first. */
  readonly documents: readonly AccountDocument[];
  /** Paid, and put to nothing. */
  readonly unallocatedFen: Fen;
}

/** What the ledger says that a customer owes, and out of what; undefined where no account has the code. */
@Injectable()
export class ReadReceivable {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsStore,
    private readonly receivable: ReceivableStore,
    private readonly allocations: AllocationsStore,
  ) {}

  run(code: string): Promise<Receivable | undefined> {
    return this.database.snapshot(async (tx) => {
      const account = await this.accounts.byCode(tx, code);
      if (account === undefined) return undefined;
      const all = await this.receivable.byCause(tx, account.id);
      const currencies = [...new Set([account.currency, ...all.map(({ currency }) => currency)])].sort();
      const documents = await this.allocations.ofAccount(tx, account.id);
      return {
        account: code,
        documents: documents.filter(({ openFen }) => openFen !== 0n),
        unallocatedFen: await this.allocations.unallocatedFen(tx, account.id),
        balances: currencies.map((currency) => {
          const causes = all.filter((one) => one.currency === currency);
          return { currency, owed: causes.reduce((sum, { amount }) => sum + amount, 0n), causes };
        }),
      };
    });
  }
}
