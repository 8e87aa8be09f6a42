import { round, type Fen } from '../kernel';
import type { CompiledSplitRule } from './compiled-rule';
import { payGuarantees, type TopUp } from './guarantees';
import { inFen, roundColumns, type PartyShare } from './round-columns';
import type { SplitLine } from './split-line';
import { runWaterfall, type LineTrace } from './waterfall';

export interface SplitResult {
  /** With VAT. */
  readonly paidFen: Fen;
  readonly netFen: Fen;
  readonly taxFen: Fen;
  /** In order of first appearance, the residual party last; they add up to the net. */
  readonly shares: readonly PartyShare[];
  /** How each line was shared, in the order of the lines: every figure can be explained from it. */
  readonly trace: readonly LineTrace[];
  readonly topUps: readonly TopUp[];
}

/**
 * Shares the lines of one rule version, currency and month. The order of the lines matters, to tiers and to ties of
 * rounding: callers give them in the order of their keys, and the same lines give the same figures.
 *
 * Rounded once: paid and net half away from zero to the fen; tax is their difference; then whole fen by largest
 * remainder, so that the parties add up to the net and every party's lines to its share.
 */
export function split(rule: CompiledSplitRule, lines: readonly SplitLine[]): SplitResult {
  const { paid, net, columns, trace } = runWaterfall(rule, lines);
  const topUps = payGuarantees(rule, lines, columns);
  const paidFen = round(inFen(paid));
  const netFen = round(inFen(net));
  return { paidFen, netFen, taxFen: paidFen - netFen, shares: roundColumns(columns, netFen), trace, topUps };
}
