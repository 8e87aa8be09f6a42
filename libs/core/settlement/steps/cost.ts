import { ratio, type Ratio } from '../../kernel';
import type { CompiledCost } from '../compiled-rule';
import { named } from '../split-line';
import type { StepContext } from '../step-context';

/** What the role's own price book asks for the line, as rated when its records were charged. */
export const costShare = (step: CompiledCost, { line }: StepContext): Ratio =>
  ratio(named(line.costs, step.party) ?? 0n);
