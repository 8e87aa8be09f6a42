import { subtract, type Ratio } from '../kernel';
import type { CompiledSplitRule } from './compiled-rule';
import type { ExactColumns } from './exact-columns';
import { named, type SplitLine } from './split-line';

/** What the residual party adds so that a party has its minimum; pico-yuan, above zero. */
export interface TopUp {
  readonly party: string;
  readonly amount: Ratio;
}

/**
 * Pays the rule's minimum guarantees in their order, each compared with the party's exact total so far. A guarantee
 * of a role is one for every partner that the role is on some line; where it is none, for the party of that name.
 */
export function payGuarantees(
  rule: CompiledSplitRule,
  lines: readonly SplitLine[],
  columns: ExactColumns,
): readonly TopUp[] {
  const topUps: TopUp[] = [];
  for (const guarantee of rule.minimumGuarantees) {
    for (const party of guaranteed(rule, lines, guarantee.party)) {
      const amount = subtract(guarantee.amountPico, columns.total(party));
      if (amount.n <= 0n) continue;
      columns.add(party, 'guarantee', amount);
      columns.add(rule.residual, 'guarantee', { n: -amount.n, d: amount.d });
      topUps.push({ party, amount });
    }
  }
  return topUps;
}

/** The residual party is left out: it would pay itself. */
function guaranteed(rule: CompiledSplitRule, lines: readonly SplitLine[], role: string): Set<string> {
  const parties = new Set(
    lines.map((line) => named(line.roles, role)).filter((party) => party !== undefined),
  );
  if (parties.size === 0) parties.add(role);
  parties.delete(rule.residual);
  return parties;
}
