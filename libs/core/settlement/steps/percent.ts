import { multiply, type Ratio } from '../../kernel';
import type { CompiledPercent } from '../compiled-rule';
import type { StepContext } from '../step-context';

/** The rate of the line's gross amount as stated, of its net, of this less the deductions, or of what steps left. */
export const percentShare = (step: CompiledPercent, context: StepContext): Ratio =>
  multiply(step.rate, basisOf(step, context));

function basisOf(step: CompiledPercent, { line, net, distributable, remaining }: StepContext): Ratio {
  switch (step.basis) {
    case 'gross':
      return line.gross;
    case 'net':
      return net;
    case 'distributable':
      return distributable;
    case 'remaining':
      return remaining;
  }
}
