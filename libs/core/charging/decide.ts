import type { Instant } from '../kernel';
import type { UsageRecord } from '../usage';
import type { AccountState, SubscriptionState } from './account-state';
import type { ChargingCatalogue } from './catalogue-view';
import { chargeRecord } from './charge-record';
import { closePeriod } from './contract/close-period';
import type { ChargeDecision } from './decision';
import { draft, finish, suspend, type Draft, type Months } from './draft';
import { lapse } from './lapse';
import { postIssue } from './post-grant';
import { renewDue } from './renew';

export interface ClaimedRecord {
  readonly record: UsageRecord;
  /** Undefined where no account has the record's code. */
  readonly accountId: number | undefined;
}

export interface DecideInput {
  /** In the order in which they are rated; nothing is sorted by time. */
  readonly records: readonly ClaimedRecord[];
  /** Changed in place: balances, counters and sequence numbers move on. */
  readonly accounts: ReadonlyMap<number, AccountState>;
  readonly catalogue: ChargingCatalogue;
  readonly months: Months;
}

/** The plan of a write that charges `input.records`: pure, so that a preview and the write are one computation. */
export function decide(input: DecideInput): ChargeDecision {
  const work = draft(input.catalogue, input.months);
  for (const { record, accountId } of input.records) {
    const account = accountId === undefined ? undefined : input.accounts.get(accountId);
    if (account === undefined) {
      suspend(work, record, 'unknown_account', record.accountCode);
      continue;
    }
    applyRenewals(work, account, record.at);
    chargeRecord(work, account, record);
  }
  return finish(work);
}

/** Everything of the account that falls due by `until`: cycles to be granted or to lapse, and periods to be closed. */
export function applyRenewals(work: Draft, account: AccountState, until: Instant): void {
  const events = {
    close: (due: SubscriptionState): void => closePeriod(work, account, due),
    lapse: (due: SubscriptionState): void => lapse(work, account, due),
  };
  for (const grant of renewDue(account, until, work.catalogue, events)) postIssue(work, account, grant);
}
