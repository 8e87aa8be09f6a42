import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { AccountsStore } from '@ciyuan/modules/parties';
import { Database } from '@ciyuan/platform/database';
import { trialBalance, type BalanceSpan, type TrialBalance } from './trial-balance';
import { TrialBalanceStore } from './trial-balance.store';

export interface TrialBalanceRequest {
  readonly span: BalanceSpan;
  /** The code of a customer's account; all accounts and the operator's own without it. */
  readonly account?: string | undefined;
}

/** What every account of the ledger came to, as of an instant or over an accounting month. */
@Injectable()
export class ReadTrialBalance {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsStore,
    private readonly sums: TrialBalanceStore,
  ) {}

  run({ span, account }: TrialBalanceRequest): Promise<Result<TrialBalance, 'unknown_account'>> {
    return this.database.transaction(async (tx) => {
      const id =
        account === undefined ? undefined : (await this.accounts.idsByCode(tx, [account])).get(account);
      if (account !== undefined && id === undefined) return refuse('unknown_account');
      const sums =
        'at' in span ? await this.sums.at(tx, span.at, id) : await this.sums.ofMonth(tx, span.month, id);
      return ok(trialBalance(span, account ?? null, sums));
    });
  }
}
