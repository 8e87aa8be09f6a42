import { compare, ratioOf } from '../kernel';
import { TOKEN_CLASSES } from '../usage';
import { checkRates } from './check-rates';
import { checkTrialCost } from './check-trial-cost';
import type { PerMillionStep, PercentStep, SplitStep, TieredPercentStep } from './split-rule';
import { checkDecimal, checkNotNegative, checkShare, type SplitRuleFault } from './split-rule-fault';

const HUNDRED = 100n;
const PERCENT_BASES: readonly string[] = ['gross', 'net', 'distributable', 'remaining'];
const TIERED_BASES: readonly string[] = ['net', 'distributable', 'remaining'];
const CLASSES: readonly string[] = ['*', ...TOKEN_CLASSES];

/** The faults of one step, in the order of its fields. */
export function checkStep(step: SplitStep, path: string): SplitRuleFault[] {
  const faults: SplitRuleFault[] = [];
  if (!step.party) faults.push({ path: `${path}.party`, code: 'party_missing' });
  faults.push(...checkByType(step, path));
  if (step.floor !== undefined) faults.push(...checkDecimal(step.floor, `${path}.floor`));
  return [...faults, ...checkTrialCost(step.trialCost, `${path}.trialCost`)];
}

function checkByType(step: SplitStep, path: string): SplitRuleFault[] {
  switch (step.type) {
    case 'percent':
      return checkPercent(step, path);
    case 'cost':
      return [];
    case 'perMillion':
      return checkPerMillion(step, path);
    case 'tieredPercent':
      return checkTieredPercent(step, path);
    default:
      return [{ path: `${path}.type`, code: 'unknown_type' }];
  }
}

function checkPercent(step: PercentStep, path: string): SplitRuleFault[] {
  return [
    ...checkBasis(step.basis, PERCENT_BASES, path),
    ...checkShare(step.value, HUNDRED, `${path}.value`),
  ];
}

function checkPerMillion(step: PerMillionStep, path: string): SplitRuleFault[] {
  const faults = checkNotNegative(step.value, `${path}.value`);
  faults.push(...checkRates(step.rates ?? [], `${path}.rates`));
  if (step.trialCost !== undefined && step.onFree !== true)
    faults.push({ path: `${path}.trialCost`, code: 'never_due_on_free' });
  return CLASSES.includes(step.class)
    ? faults
    : [{ path: `${path}.class`, code: 'unknown_class' }, ...faults];
}

function checkTieredPercent(step: TieredPercentStep, path: string): SplitRuleFault[] {
  const faults = checkBasis(step.basis, TIERED_BASES, path);
  if (step.tiers.length === 0) return [...faults, { path: `${path}.tiers`, code: 'no_tiers' }];
  step.tiers.forEach(({ upTo, value }, index) => {
    const row = `${path}.tiers.${index}`;
    if (upTo !== null) faults.push(...checkDecimal(upTo, `${row}.upTo`));
    faults.push(...checkShare(value, HUNDRED, `${row}.value`));
  });
  return faults.length > 0 ? faults : checkBounds(step.tiers, `${path}.tiers`);
}

function checkBounds(tiers: TieredPercentStep['tiers'], path: string): SplitRuleFault[] {
  const faults: SplitRuleFault[] = [];
  let below: string | null = '0';
  tiers.forEach(({ upTo }, index) => {
    const row = `${path}.${index}.upTo`;
    if (below === null) faults.push({ path: row, code: 'row_after_unbounded' });
    else if (upTo !== null && compare(ratioOf(upTo), ratioOf(below)) <= 0)
      faults.push({ path: row, code: 'bound_does_not_rise' });
    else below = upTo;
  });
  if (below !== null) faults.push({ path: `${path}.${tiers.length - 1}.upTo`, code: 'last_is_bounded' });
  return faults;
}

function checkBasis(basis: string, known: readonly string[], path: string): SplitRuleFault[] {
  return known.includes(basis) ? [] : [{ path: `${path}.basis`, code: 'unknown_basis' }];
}
