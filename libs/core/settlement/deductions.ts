import { ZERO, multiply, type Ratio } from '../kernel';
import type { CompiledSplitRule } from './compiled-rule';
import { partyOf, type SplitLine } from './split-line';

/** What one deduction took of a line, and for whom; in the order of the rule's deductions. */
export interface DeductionTrace {
  readonly name: string;
  readonly party: string;
  /** Pico-yuan; nothing of a free line, and below zero of a refund. */
  readonly taken: Ratio;
}

/** Takes the rule's deductions of one line, each of the whole amount: none looks at what an earlier one took. */
export function takeDeductions(rule: CompiledSplitRule, line: SplitLine, net: Ratio): DeductionTrace[] {
  return rule.deductions.map(({ name, party, basis, rate }) => ({
    name,
    party: partyOf(rule, line, party),
    taken: line.free ? ZERO : multiply(rate, basis === 'gross' ? line.gross : net),
  }));
}
