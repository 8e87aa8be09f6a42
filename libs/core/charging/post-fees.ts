import type { AccountState, GrantState } from './account-state';
import type { RollupKey } from './decision';
import type { Draft } from './draft';

/**
 * Books what else the price of a new grant was of: a fee for each product of its bundle, with the VAT of its own line.
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
    const key = feeKey(work, grant, usageMonth, accountingMonth);
    work.tally.rollUp(key, { records: 0, gross, net });
  }
}

/** A fee has no model and no partner: it is the operator's, in the split of the plan's own rule. */
function feeKey(work: Draft, grant: GrantState, usageMonth: string, accountingMonth: string): RollupKey {
  const rule = work.catalogue.splitRuleFor(grant.plan.code, null, null, grant.grantedAt);
  if (rule === undefined) throw new Error(`no split rule for the fees of plan ${grant.plan.code}`);
  return {
    usageMonth,
    accountingMonth,
    planVersionId: grant.plan.id,
    splitRuleVersionId: rule.versionId,
    model: null,
    vendor: null,
    computeOwner: null,
    channel: grant.channel,
    chipKind: null,
    kind: 'fee',
    currency: grant.plan.body.currency,
    paid: true,
  };
}
