import { add, subtract, sum, ZERO, type Ratio } from '../kernel';
import type { CompiledSplitRule } from './compiled-rule';
import { takeDeductions, type DeductionTrace } from './deductions';
import { Accumulations, ExactColumns } from './exact-columns';
import { netOf, paidOf, partyOf, type SplitLine } from './split-line';
import { stepShare, type StepShare } from './step-share';

/** What one step took of a line, and for whom; in the order of the rule's steps. */
export interface StepTrace extends StepShare {
  readonly party: string;
}

/** How one line was shared, exactly: net = deductions + what the steps took + what was left to the residual. Pico-yuan. */
export interface LineTrace {
  readonly net: Ratio;
  readonly deductions: readonly DeductionTrace[];
  readonly steps: readonly StepTrace[];
  readonly left: Ratio;
}

export interface Waterfall {
  readonly paid: Ratio;
  readonly net: Ratio;
  readonly columns: ExactColumns;
  readonly trace: readonly LineTrace[];
}

/** Runs the rule's steps over the lines, in their order; nothing is rounded. */
export function runWaterfall(rule: CompiledSplitRule, lines: readonly SplitLine[]): Waterfall {
  const columns = new ExactColumns(rule.residual);
  const accumulations = new Accumulations();
  let paid = ZERO;
  let net = ZERO;
  const trace = lines.map((line, index) => {
    const shared = shareLine(rule, line, accumulations);
    for (const { party, taken } of [...shared.deductions, ...shared.steps]) columns.add(party, index, taken);
    if (line.ownedBy === undefined) columns.add(rule.residual, index, shared.left);
    paid = add(paid, paidOf(rule, line));
    net = add(net, shared.net);
    return shared;
  });
  return { paid, net, columns, trace };
}

function shareLine(rule: CompiledSplitRule, line: SplitLine, accumulations: Accumulations): LineTrace {
  const net = netOf(rule, line);
  if (line.ownedBy !== undefined) {
    return { net, deductions: [], steps: [{ party: line.ownedBy, taken: net, atFloor: false }], left: ZERO };
  }
  const deductions = takeDeductions(rule, line, net);
  const distributable = subtract(net, sum(deductions.map(({ taken }) => taken)));
  let remaining = distributable;
  const steps = rule.steps.map((step, index) => {
    const party = partyOf(rule, line, step.party);
    const share = stepShare(step, {
      line,
      net,
      distributable,
      remaining,
      accumulated: accumulations.get(index, party),
      accumulate: (amount) => accumulations.set(index, party, amount),
    });
    remaining = subtract(remaining, share.taken);
    return { party, ...share };
  });
  return { net, deductions, steps, left: remaining };
}
