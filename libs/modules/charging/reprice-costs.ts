import { Injectable } from '@nestjs/common';
import { CostSuspenseStore, type AccountWithGaps } from '@ciyuan/modules/usage';
import { Database } from '@ciyuan/platform/database';
import { ReRateAccount } from './re-rate-account';
import type { UsageDifference } from './usage-difference';

export interface MonthToReprice {
  /** `YYYY-MM`, the usage month of the records. */
  readonly month: string;
  readonly by: string;
}

export interface CostsRepriced {
  /** Accounts with a cost that is known by now. */
  readonly accounts: number;
  /** Records that are rated anew. */
  readonly changed: number;
  /** Accounts whose customers would be charged something else as well: somebody is to look at that first. */
  readonly held: readonly string[];
}

const ACCOUNTS_AT_ONCE = 100;
const REASON = 'a cost that was not known';

/**
 * Rates anew the records of a month whose costs nobody could price, once a cost book prices them. What is booked is
 * costs and nothing else: where a re-rating changed what a customer draws or is charged, the account is left as it is.
 */
@Injectable()
export class RepriceCosts {
  constructor(
    private readonly database: Database,
    private readonly costSuspense: CostSuspenseStore,
    private readonly reRateAccount: ReRateAccount,
  ) {}

  async run({ month, by }: MonthToReprice): Promise<CostsRepriced> {
    const total = { accounts: 0, changed: 0, held: [] as string[] };
    for (let after = 0; ; ) {
      const part = await this.next(month, after);
      for (const one of part) {
        const changed = await this.reprice(one, by);
        if (changed === undefined) total.held.push(one.accountCode);
        else if (changed > 0) {
          total.accounts += 1;
          total.changed += changed;
        }
      }
      const last = part[part.length - 1];
      if (last === undefined) return total;
      after = last.accountId;
    }
  }

  /** How many records are rated anew; undefined where that is not for this to decide. */
  private async reprice(account: AccountWithGaps, by: string): Promise<number | undefined> {
    const { accountCode, first, last } = account;
    const period = { account: accountCode, from: first, until: last + 1, reason: REASON, by };
    const shown = await this.reRateAccount.run({ ...period, apply: 'no' });
    if (!shown.ok) throw new Error(`account ${accountCode} was not re-rated: ${shown.refusal.code}`);
    const { differences, digest } = shown.value;
    if (differences.length === 0) return 0;
    if (!differences.every(isOfCostsAlone)) return undefined;
    const applied = await this.reRateAccount.run({ ...period, apply: { asShown: digest } });
    return applied.ok ? differences.length : undefined;
  }

  private next(month: string, after: number): Promise<AccountWithGaps[]> {
    return this.database.transaction((tx) =>
      this.costSuspense.accountsWithGaps(tx, month, after, ACCOUNTS_AT_ONCE),
    );
  }
}

const isOfCostsAlone = ({ before, after, change }: UsageDifference): boolean =>
  change.draws.length === 0 && change.usageGross === 0n && before.overageTokens === after.overageTokens;
