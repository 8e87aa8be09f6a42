import { ZERO, add, max, multiply, ratio, ratioOf, subtract, sum, type Ratio } from '../kernel';
import type { Deduction } from './deduction';
import type { SplitRule, SplitStep } from './split-rule';
import type { SplitRuleFault } from './split-rule-fault';

const ONE = ratio(1n);
const PER_CENT = ratio(1n, 100n);
const percent = (text: string): Ratio => multiply(ratioOf(text), PER_CENT);

/**
 * Whether the percentages together give away more than the net of an ordinary line, each tier at its dearest: costs
 * and prices a token are not known beforehand. The place is the first step that finds too little left, or, where the
 * steps by themselves are within the net, the deduction that leaves too little for them. Of a rule without other faults.
 */
export function checkAllocation(rule: SplitRule): SplitRuleFault[] {
  const deductions = rule.deductions ?? [];
  for (let count = 0; count <= deductions.length; count++) {
    const place = overdrawnAt(rule, deductions.slice(0, count));
    if (place === undefined) continue;
    const path = count === 0 ? place : `deductions.${count - 1}.value`;
    return [{ path, code: 'over_100_percent' }];
  }
  return [];
}

/** Runs the steps over a line whose net is 1; the first place at which less than nothing is left. */
function overdrawnAt(rule: SplitRule, deductions: readonly Deduction[]): string | undefined {
  const gross = rule.vatIncluded ? add(ONE, ratioOf(rule.vatRate)) : ONE;
  const deducted = deductions.map(({ basis, value }) =>
    multiply(percent(value), basis === 'gross' ? gross : ONE),
  );
  const distributable = subtract(ONE, sum(deducted));
  if (distributable.n < 0n) return 'deductions';
  let remaining = distributable;
  for (const [index, step] of rule.steps.entries()) {
    const taken = shareOf(step, { gross, net: ONE, distributable, remaining });
    remaining = subtract(remaining, taken);
    if (remaining.n < 0n) return `steps.${index}.${step.type === 'tieredPercent' ? 'tiers' : 'value'}`;
  }
  return undefined;
}

type Bases = Readonly<Record<'gross' | 'net' | 'distributable' | 'remaining', Ratio>>;

function shareOf(step: SplitStep, bases: Bases): Ratio {
  if (step.type === 'percent') return multiply(percent(step.value), bases[step.basis]);
  if (step.type !== 'tieredPercent') return ZERO;
  return multiply(step.tiers.map(({ value }) => percent(value)).reduce(max, ZERO), bases[step.basis]);
}
