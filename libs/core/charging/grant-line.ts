import type { GrantState } from './account-state';
import type { RollupKey } from './decision';
import type { Draft } from './draft';

/**
 * The line of settlement that a part of a grant's price adds to where no record used it: it has no model and no partner,
 * and who shares it is said by the rule that the plan had when the grant was granted.
 */
export function grantLine(
  { catalogue, months }: Draft,
  grant: GrantState,
  own: Pick<RollupKey, 'kind' | 'usageMonth' | 'paid'>,
): RollupKey {
  const rule = catalogue.splitRuleFor(grant.plan.code, null, null, grant.grantedAt);
  if (rule === undefined) throw new Error(`no split rule for the ${own.kind} of plan ${grant.plan.code}`);
  return {
    accountingMonth: months.accountingMonth(own.usageMonth),
    planVersionId: grant.plan.id,
    splitRuleVersionId: rule.versionId,
    model: null,
    vendor: null,
    computeOwner: null,
    channel: grant.channel,
    chipKind: null,
    currency: grant.plan.body.currency,
    ...own,
  };
}
