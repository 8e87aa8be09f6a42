import { Injectable } from '@nestjs/common';
import { monthBounds } from '@ciyuan/core/kernel';
import { OPERATOR_ZONE } from '@ciyuan/modules/ledger';
import {
  ALL_ACCOUNTS,
  ReRatingRunsStore,
  type AccountRange,
  type VoidedAccount,
} from '@ciyuan/modules/usage';
import { Database } from '@ciyuan/platform/database';
import { ReRateAccount } from './re-rate-account';
import { ReportingWindows } from './reporting-windows';

export interface MonthToReRate {
  /** `YYYY-MM`; voids that are booked to it or to a month before it are looked at. */
  readonly month: string;
  readonly by: string;
  /** All where nothing is said. */
  readonly accounts?: AccountRange;
  /** Told of accounts. */
  readonly onProgress?: (done: number) => Promise<void>;
}

export interface VoidedReRated {
  readonly accounts: number;
  /** Records that are rated anew. */
  readonly changed: number;
}

const ACCOUNTS_AT_ONCE = 100;
const REASON = 're-rated after voids';

/**
 * Rates anew every account with a void that nothing has re-rated since, from the voided record on to now: what came
 * after it may move onto the grants that it gave back to. Account by account, each for itself: what breaks off goes on
 * the next time where it stopped.
 */
@Injectable()
export class ReRateVoided {
  constructor(
    private readonly database: Database,
    private readonly runs: ReRatingRunsStore,
    private readonly windows: ReportingWindows,
    private readonly reRateAccount: ReRateAccount,
  ) {}

  async run({ month, by, accounts = ALL_ACCOUNTS, onProgress }: MonthToReRate): Promise<VoidedReRated> {
    const until = Math.max(monthBounds(OPERATOR_ZONE, month).end, this.windows.ofStaff().latest + 1);
    const total = { accounts: 0, changed: 0 };
    for (let { after } = accounts; ; ) {
      const part = await this.next(month, { ...accounts, after });
      for (const { accountCode: account, from } of part) {
        const reRated = await this.reRateAccount.run({
          account,
          from,
          until,
          reason: REASON,
          by,
          apply: 'unseen',
        });
        if (!reRated.ok) throw new Error(`account ${account} was not re-rated: ${reRated.refusal.code}`);
        total.accounts += 1;
        total.changed += reRated.value.differences.length;
        await onProgress?.(total.accounts);
      }
      const last = part[part.length - 1];
      if (last === undefined) return total;
      after = last.accountId;
    }
  }

  private next(month: string, range: AccountRange): Promise<VoidedAccount[]> {
    return this.database.transaction((tx) => this.runs.accountsToReRate(tx, month, range, ACCOUNTS_AT_ONCE));
  }
}
