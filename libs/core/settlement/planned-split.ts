import type { PlannedSplit } from './settlement-plan';
import type { SharedSplit } from './share-month';

/** The totals of a split, as they are kept. */
export function plannedSplit(originMonth: string, split: SharedSplit): PlannedSplit {
  const { paidFen, netFen, taxFen } = split.result;
  return {
    originMonth,
    splitRuleVersionId: split.splitRuleVersionId,
    currency: split.currency,
    lineCount: split.lines.length,
    paidFen,
    netFen,
    taxFen,
    usageTaxFen: split.usageTax.fen,
    usageTaxOnTop: split.usageTax.onTop,
  };
}
