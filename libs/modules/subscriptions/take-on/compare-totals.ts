import { formatYuan, parseYuan } from '@ciyuan/core/kernel';
import type { Totals } from './control-totals';
import type { ComparedTotal } from './take-on-run';
import type { StoredTotals } from './take-on-totals.store';

/** What of the ledger has to be the same figure as one that is stated. */
const IN_THE_LEDGER = [
  ['ledger.tokens', 'grants.tokensLeft'],
  ['ledger.deferredNet', 'grants.restNet'],
  ['ledger.openingNet', 'grants.restNet'],
] as const;

export const emptyTotals = (): StoredTotals => new Map();

/** All figures have at most twelve places, so that they add up as yuan do. */
export function plus(one: StoredTotals, other: StoredTotals): StoredTotals {
  const sum = new Map(one);
  for (const [name, value] of other)
    sum.set(name, formatYuan(parseYuan(value) + parseYuan(sum.get(name) ?? '0')));
  return sum;
}

/** Each stated figure beside what is stored. */
export function compareTotals(
  stated: Totals,
  stored: StoredTotals,
): { readonly totals: readonly ComparedTotal[]; readonly matches: boolean } {
  const compare = (measure: ComparedTotal['measure'], own: string): ComparedTotal => {
    const found = stored.get(measure) ?? '0';
    return { measure, stated: own, stored: found, isEqual: parseYuan(own) === parseYuan(found) };
  };
  const totals = [
    ...[...stated].map(([measure, own]) => compare(measure, own)),
    ...IN_THE_LEDGER.map(([measure, same]) => compare(measure, stated.get(same) ?? '0')),
  ];
  return { totals, matches: totals.every(({ isEqual }) => isEqual) };
}
