import { ZERO, multiply, ratio, ratioOf, type Ratio } from '../kernel';

/**
 * Who bears what tokens cost that nobody paid for. `operator`: it is due in full, out of what the residual party has.
 * `partner`: who would receive it forgoes it. `shared`: `operatorPercent` of it is due, the rest is forgone.
 */
export type TrialCost =
  | { readonly borneBy: 'operator' | 'partner' }
  | { readonly borneBy: 'shared'; readonly operatorPercent: string };

/** Where a rule says nothing. */
export const DEFAULT_TRIAL_COST: TrialCost = { borneBy: 'operator' };

const ONE = ratio(1n);
const PER_CENT = ratio(1n, 100n);

/** The part of it that is due on free lines, from 0 to 1. */
export function dueOnFree(trialCost: TrialCost): Ratio {
  switch (trialCost.borneBy) {
    case 'operator':
      return ONE;
    case 'partner':
      return ZERO;
    case 'shared':
      return multiply(ratioOf(trialCost.operatorPercent), PER_CENT);
  }
}
