import { ZERO, add, round, type Fen } from '../kernel';
import type { CompiledSplitRule } from './compiled-rule';
import { inFen } from './round-columns';
import type { SharedLine } from './shared-line';
import { netOf, paidOf } from './split-line';

/** The VAT of pay-as-you-go, which the settlement's document fixes; a package's was fixed when it was sold. */
export interface UsageTax {
  readonly fen: Fen;
  /** Whether it comes on top of what was charged. */
  readonly onTop: boolean;
}

/** With VAT less without, each rounded once over the usage of a split. */
export function usageTax(rule: CompiledSplitRule, lines: readonly SharedLine[]): UsageTax {
  let paid = ZERO;
  let net = ZERO;
  for (const { key, split } of lines) {
    if (key.kind !== 'usage') continue;
    paid = add(paid, paidOf(rule, split));
    net = add(net, netOf(rule, split));
  }
  return { fen: round(inFen(paid)) - round(inFen(net)), onTop: !rule.vatIncluded };
}
