import type { AccountState, GrantState } from './account-state';
import type { Draft } from './draft';
import { grantLine } from './grant-line';

/**
 * Books what else the price of a new grant was of: a fee for each product of its bundle, with the VAT of its own line.
 * A fee has no partner: it is the operator's, in the split of the plan's own rule.
 * It is revenue at once, in the month that the cycle begins: what the product gives over the cycle is not metered here.
 */
export function postFees(work: Draft, account: AccountState, grant: GrantState): void {
  const { currency } = grant.plan.body;
  for (const { part, gross, net } of grant.fees ?? []) {
    const usageMonth = work.months.usageMonth(grant.grantedAt);
    const accountingMonth = work.months.accountingMonth(usageMonth);
    const place = { accountId: account.id, sequence: grant.number, at: grant.grantedAt };
    work.fees.push({ ...place, part, accountingMonth, gross, net });
    work.tally.post(account.id, accountingMonth, 'feeNet', net, currency);
    work.tally.post(account.id, accountingMonth, 'feeTax', gross - net, currency);
    if (gross === 0n) continue;
    const line = grantLine(work, grant, { kind: 'fee', usageMonth, paid: true });
    work.tally.rollUp(line, { records: 0, gross, net });
  }
}
