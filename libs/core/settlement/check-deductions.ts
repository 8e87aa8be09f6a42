import type { Deduction } from './deduction';
import { checkShare, type SplitRuleFault } from './split-rule-fault';

const HUNDRED = 100n;
const BASES: readonly string[] = ['gross', 'net'];

/** The faults of each deduction by itself; a name is there once, for it is what a share is explained by. */
export function checkDeductions(deductions: readonly Deduction[]): SplitRuleFault[] {
  return deductions.flatMap(({ name, basis, value, party }, index) => {
    const path = `deductions.${index}`;
    const faults: SplitRuleFault[] = [];
    if (!name) faults.push({ path: `${path}.name`, code: 'name_missing' });
    else if (deductions.slice(0, index).some((earlier) => earlier.name === name))
      faults.push({ path: `${path}.name`, code: 'name_twice' });
    if (!BASES.includes(basis)) faults.push({ path: `${path}.basis`, code: 'unknown_basis' });
    faults.push(...checkShare(value, HUNDRED, `${path}.value`));
    if (party === '') faults.push({ path: `${path}.party`, code: 'party_missing' });
    return faults;
  });
}
