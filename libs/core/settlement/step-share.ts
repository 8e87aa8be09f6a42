import { ZERO, compare, multiply, type Ratio } from '../kernel';
import type { CompiledStep } from './compiled-rule';
import type { StepContext } from './step-context';
import { costShare } from './steps/cost';
import { perMillionShare } from './steps/per-million';
import { percentShare } from './steps/percent';
import { tieredPercentShare } from './steps/tiered-percent';

export interface StepShare {
  readonly taken: Ratio;
  /** Whether the step's floor is what it took. */
  readonly atFloor: boolean;
}

/**
 * The exact share, in pico-yuan, that one step takes of one line; its floor holds wherever the step is due. On a free
 * line what no revenue pays for, floors included, is due as far as the trial's cost is not forgone: so half of it due
 * is half of every share, exactly.
 */
export function stepShare(step: CompiledStep, context: StepContext): StepShare {
  const share = shareOf(step, context);
  if (share === undefined) return { taken: ZERO, atFloor: false };
  const due = isOfRevenue(step) ? share : borne(share, step, context);
  const floor = step.floorPico && borne(step.floorPico, step, context);
  if (floor === undefined || compare(due, floor) >= 0) return { taken: due, atFloor: false };
  return { taken: floor, atFloor: true };
}

const isOfRevenue = ({ type }: CompiledStep): boolean => type === 'percent' || type === 'tieredPercent';

const borne = (amount: Ratio, { dueOnFree }: CompiledStep, { line }: StepContext): Ratio =>
  line.free ? multiply(amount, dueOnFree) : amount;

/** Undefined where the step is not due. */
function shareOf(step: CompiledStep, context: StepContext): Ratio | undefined {
  switch (step.type) {
    case 'percent':
      return percentShare(step, context);
    case 'cost':
      return costShare(step, context);
    case 'perMillion':
      return perMillionShare(step, context);
    case 'tieredPercent':
      return tieredPercentShare(step, context);
  }
}
