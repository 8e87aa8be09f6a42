import type { Instant } from '../kernel';
import type { AccountState, GrantState } from './account-state';
import type { ChargingCatalogue } from './catalogue-view';
import type { ChargeDecision } from './decision';
import { draft, finish, type Months } from './draft';
import { postExpiry } from './post-grant';
import { awaitsRollOver } from './roll-over';

const MS_PER_HOUR = 3_600_000;

/** Books every expiry whose lateness window is over at `now`, in burn order: what is left becomes breakage. */
export function expireDue(
  accounts: Iterable<AccountState>,
  now: Instant,
  catalogue: ChargingCatalogue,
  months: Months,
): ChargeDecision {
  const work = draft(catalogue, months);
  for (const account of accounts) {
    for (const grant of account.grants)
      if (expiryIsDue(account, grant, now)) postExpiry(work, account, grant);
  }
  return finish(work);
}

/** An expiry waits for late records, plan data, in hours; and for what is to roll over first. */
export function expiryIsDue(account: AccountState, grant: GrantState, now: Instant): boolean {
  if (grant.expiresAt === null || grant.expiresAt + grant.plan.body.latenessHours * MS_PER_HOUR > now)
    return false;
  return !awaitsRollOver(account, grant);
}
