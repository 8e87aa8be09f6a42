import { checkShare, type SplitRuleFault } from './split-rule-fault';
import type { TrialCost } from './trial-cost';

const HUNDRED = 100n;
const BEARERS: readonly string[] = ['operator', 'partner', 'shared'];

/** The faults of who bears what free lines cost; none where nothing is said. */
export function checkTrialCost(trialCost: TrialCost | undefined, path: string): SplitRuleFault[] {
  if (trialCost === undefined) return [];
  if (!BEARERS.includes(trialCost.borneBy)) return [{ path: `${path}.borneBy`, code: 'unknown_bearer' }];
  return trialCost.borneBy === 'shared'
    ? checkShare(trialCost.operatorPercent, HUNDRED, `${path}.operatorPercent`)
    : [];
}
