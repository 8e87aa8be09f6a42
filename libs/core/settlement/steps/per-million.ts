import { multiply, ratio, type Ratio } from '../../kernel';
import type { CompiledPerMillion } from '../compiled-rule';
import { rateFor } from '../per-million-rates';
import { named } from '../split-line';
import type { StepContext } from '../step-context';

/** A price for the tokens of the line, by its model and chip kind; undefined, not due, on a free line unless the step says so. */
export function perMillionShare(step: CompiledPerMillion, { line }: StepContext): Ratio | undefined {
  if (line.free && !step.onFree) return undefined;
  const tokens = step.classes.reduce((total, name) => total + (named(line.tokens, name) ?? 0n), 0n);
  return multiply(ratio(tokens), rateFor(step.rates, line));
}
