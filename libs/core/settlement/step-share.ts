import { ZERO, compare, type Ratio } from '../kernel';
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

/** The exact share, in pico-yuan, that one step takes of one line; its floor holds wherever the step is due. */
export function stepShare(step: CompiledStep, context: StepContext): StepShare {
  const share = shareOf(step, context);
  if (share === undefined) return { taken: ZERO, atFloor: false };
  if (step.floorPico === undefined || compare(share, step.floorPico) >= 0)
    return { taken: share, atFloor: false };
  return { taken: step.floorPico, atFloor: true };
}

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
