import type { Ratio } from '../kernel';
import type { SplitLine } from './split-line';

/** What a step may look at when it takes its share of a line. */
export interface StepContext {
  readonly line: SplitLine;
  /** The line's amount without VAT, that less the deductions, and what earlier steps left of this; pico-yuan. */
  readonly net: Ratio;
  readonly distributable: Ratio;
  readonly remaining: Ratio;
  /** What the earlier lines of the split brought to this step for the party that it resolves to here. */
  readonly accumulated: Ratio;
  accumulate(amount: Ratio): void;
}
