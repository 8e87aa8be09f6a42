import { checkAllocation } from './check-allocation';
import { checkDeductions } from './check-deductions';
import { checkStep } from './check-step';
import { checkTrialCost } from './check-trial-cost';
import { SETTLEMENT_ROLES, type SplitRule } from './split-rule';
import { checkNotNegative, checkShare, type SplitRuleFault } from './split-rule-fault';

/** Each line may say another partner for these, and a split has one residual party. */
const RESOLVED_BY_LINE: readonly string[] = SETTLEMENT_ROLES.filter((role) => role !== 'operator');

/**
 * All faults of a rule, in the order of its fields; none for a rule that can share. The document may come from
 * outside: a type or a basis that the types rule out is a fault here, not a bug.
 */
export function checkSplitRule(rule: SplitRule): SplitRuleFault[] {
  const faults = checkShare(rule.vatRate, 1n, 'vatRate');
  if (!rule.residual) faults.push({ path: 'residual', code: 'residual_missing' });
  else if (RESOLVED_BY_LINE.includes(rule.residual))
    faults.push({ path: 'residual', code: 'residual_not_one_party' });
  faults.push(...checkDeductions(rule.deductions ?? []), ...checkTrialCost(rule.trialCost, 'trialCost'));
  rule.steps.forEach((step, index) => faults.push(...checkStep(step, `steps.${index}`)));
  if (faults.length === 0) faults.push(...checkAllocation(rule));
  return [...faults, ...checkGuarantees(rule)];
}

/** A party has one minimum: a second one would say what the first does, or stand instead of it. */
function checkGuarantees({ residual, minimumGuarantees = [] }: SplitRule): SplitRuleFault[] {
  const isTwice = (party: string, index: number): boolean =>
    minimumGuarantees.slice(0, index).some((earlier) => earlier.party === party);
  return minimumGuarantees.flatMap(({ party, amount }, index) => {
    const path = `minimumGuarantees.${index}`;
    const faults = checkNotNegative(amount, `${path}.amount`);
    if (!party) return [{ path: `${path}.party`, code: 'party_missing' }, ...faults];
    if (party === residual) return [{ path: `${path}.party`, code: 'guarantee_of_residual' }, ...faults];
    return isTwice(party, index) ? [{ path: `${path}.party`, code: 'guarantee_twice' }, ...faults] : faults;
  });
}
