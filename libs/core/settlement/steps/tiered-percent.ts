import { ZERO, add, compare, multiply, subtract, type Ratio } from '../../kernel';
import type { CompiledTieredPercent, RateTier } from '../compiled-rule';
import type { StepContext } from '../step-context';

/**
 * What the line moves the share of the accumulated basis by, each part of it at its own tier's rate: so a refund
 * takes back at the rate that the sale was shared at.
 */
export function tieredPercentShare(step: CompiledTieredPercent, context: StepContext): Ratio {
  const before = context.accumulated;
  const after = add(before, context[step.basis]);
  context.accumulate(after);
  return subtract(graduatedShare(step.tiers, after), graduatedShare(step.tiers, before));
}

/** The share of an accumulated `amount`; below zero it lies in the first tier. */
function graduatedShare(tiers: readonly RateTier[], amount: Ratio): Ratio {
  let share = ZERO;
  let lower = ZERO;
  for (const { upToPico, rate } of tiers) {
    if (upToPico === null || compare(amount, upToPico) <= 0)
      return add(share, multiply(subtract(amount, lower), rate));
    share = add(share, multiply(subtract(upToPico, lower), rate));
    lower = upToPico;
  }
  throw new RangeError('the last tier of a percentage must have no bound');
}
