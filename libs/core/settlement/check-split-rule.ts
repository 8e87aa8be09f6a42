import { ZERO, add, compare, max, multiply, ratio, ratioOf, sum, type Ratio } from '../kernel';
import { checkStep } from './check-step';
import { SETTLEMENT_ROLES, type SplitRule, type SplitStep } from './split-rule';
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
  rule.steps.forEach((step, index) => faults.push(...checkStep(step, `steps.${index}`)));
  if (faults.length === 0 && sharesExceedNet(rule)) faults.push({ path: 'steps', code: 'over_100_percent' });
  return [...faults, ...checkGuarantees(rule)];
}

function checkGuarantees(rule: SplitRule): SplitRuleFault[] {
  return (rule.minimumGuarantees ?? []).flatMap(({ party, amount }, index) => {
    const path = `minimumGuarantees.${index}`;
    const faults = checkNotNegative(amount, `${path}.amount`);
    if (!party) return [{ path: `${path}.party`, code: 'party_missing' }, ...faults];
    return party === rule.residual
      ? [{ path: `${path}.party`, code: 'guarantee_of_residual' }, ...faults]
      : faults;
  });
}

/**
 * Whether the percentages of net and gross together ask for more than the net of an ordinary line. What remains
 * can be shared by any number of steps; costs and fees a token are not known beforehand.
 */
function sharesExceedNet(rule: SplitRule): boolean {
  const one = ratio(1n);
  const grossPerNet = rule.vatIncluded ? add(one, ratioOf(rule.vatRate)) : one;
  const shares = rule.steps.map((step) => shareOfNet(step, grossPerNet));
  return compare(sum(shares), ratio(100n)) > 0;
}

function shareOfNet(step: SplitStep, grossPerNet: Ratio): Ratio {
  if (step.type === 'percent' && step.basis === 'net') return ratioOf(step.value);
  if (step.type === 'percent' && step.basis === 'gross') return multiply(ratioOf(step.value), grossPerNet);
  if (step.type !== 'tieredPercent' || step.basis !== 'net') return ZERO;
  return step.tiers.map(({ value }) => ratioOf(value)).reduce(max, ZERO);
}
