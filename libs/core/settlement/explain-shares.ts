import type { Ratio } from '../kernel';
import type { DeductionTrace } from './deductions';
import type { LineKey, RollupLine } from './rollup-line';
import type { SettlementDocuments } from './settlement-input';
import { shareMonth } from './share-month';
import type { SplitStep } from './split-rule';

export interface ShareStep {
  readonly type: SplitStep['type'] | 'owned';
  readonly party: string;
  /** Pico-yuan, exact. */
  readonly taken: Ratio;
  readonly atFloor: boolean;
}

/** How one line of revenue is shared; pico-yuan, exact: net = deductions + what the steps take + what is left to the residual. */
export interface ExplainedShare {
  readonly splitRuleVersionId: number;
  readonly currency: string;
  readonly key: LineKey;
  readonly net: Ratio;
  readonly deductions: readonly DeductionTrace[];
  readonly steps: readonly ShareStep[];
  readonly residual: string;
  readonly left: Ratio;
}

/**
 * Shares some lines as if they were all that their month has: tiers begin at their first rate, and guarantees and
 * fen, which look at the whole month, are left out.
 */
export function explainShares(
  lines: readonly RollupLine[],
  documents: SettlementDocuments,
): ExplainedShare[] {
  return shareMonth(lines, documents).flatMap((shared) => {
    const { rule } = documents.rules.get(shared.splitRuleVersionId) ?? {};
    const residual = rule?.residual === 'operator' ? documents.operator : (rule?.residual ?? '');
    return shared.lines.map((line, index): ExplainedShare => {
      const trace = shared.result.trace[index];
      if (trace === undefined) throw new Error(`line ${index} was not shared`);
      const isOwned = line.split.ownedBy !== undefined;
      return {
        splitRuleVersionId: shared.splitRuleVersionId,
        currency: shared.currency,
        key: line.key,
        net: trace.net,
        deductions: trace.deductions,
        steps: trace.steps.map((step, number) => ({
          type: isOwned ? 'owned' : (rule?.steps[number]?.type ?? 'owned'),
          ...step,
        })),
        residual,
        left: trace.left,
      };
    });
  });
}
