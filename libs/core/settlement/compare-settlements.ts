import { KEY_FIELDS, compareKeys, type LineKey } from './rollup-line';
import type { Figures, StatementLineKind } from './settlement-plan';
import { NOTHING, addFigures, isNothing, subtractFigures } from './statement-lines';

/** What tells the lines of a settlement apart: those of two rules of one month are one. */
export interface SettledKey {
  readonly party: string;
  readonly currency: string;
  readonly lineKind: StatementLineKind;
  readonly originMonth: string;
  /** Of a share alone. */
  readonly key: LineKey | null;
}

export type SettledLine = SettledKey & Figures;

/** `after` is always `before` + `difference`. */
export interface Change {
  readonly before: Figures;
  readonly after: Figures;
  readonly difference: Figures;
}

export interface LineDifference extends SettledKey, Change {
  readonly change: 'changed' | 'appeared' | 'gone';
}

export interface PartyDifference extends Change {
  readonly party: string;
  readonly currency: string;
}

export interface CurrencyDifference extends Change {
  readonly currency: string;
}

export interface SettlementDifference {
  /** By party and currency: all that either of them has, also what did not change. */
  readonly parties: readonly PartyDifference[];
  /** By currency, over all parties: what the parties add up to. */
  readonly totals: readonly CurrencyDifference[];
  /** In the order of their keys; lines that are the same on both sides are left out. */
  readonly lines: readonly LineDifference[];
}

/** The order of settled lines: by party, currency, origin month, kind, and then by what the line is of. */
export function compareSettledKeys(a: SettledKey, b: SettledKey): number {
  for (const field of ['party', 'currency', 'originMonth', 'lineKind'] as const) {
    if (a[field] !== b[field]) return a[field] < b[field] ? -1 : 1;
  }
  if (a.key === null || b.key === null) return Number(a.key !== null) - Number(b.key !== null);
  return compareKeys(a.key, b.key);
}

/**
 * What becomes of one settlement in another of the same month: lines of one key are added up first, in whatever order
 * they come. Applying the lines to `before` gives `after`; with both swapped, every difference is negated.
 */
export function compareSettlements(
  before: readonly SettledLine[],
  after: readonly SettledLine[],
): SettlementDifference {
  const [was, is] = [addedUp(before), addedUp(after)];
  const keys = [...new Map([...was, ...is]).values()].sort(compareSettledKeys);
  const lines: LineDifference[] = [];
  for (const line of keys) {
    const [then, now] = [was.get(textOf(line)), is.get(textOf(line))];
    const changed = changeOf(then ?? NOTHING, now ?? NOTHING);
    if (then !== undefined && now !== undefined && isNothing(changed.difference)) continue;
    const change = then === undefined ? 'appeared' : now === undefined ? 'gone' : 'changed';
    lines.push({ ...keyOf(line), ...changed, change });
  }
  return {
    parties: groupedBy(['party', 'currency'], was, is),
    totals: groupedBy(['currency'], was, is),
    lines,
  };
}

/** The settlement that the differences lead to; what is gone is left out. In the order of the keys. */
export function applyDifferences(
  before: readonly SettledLine[],
  lines: readonly LineDifference[],
): SettledLine[] {
  const result = addedUp(before);
  for (const line of lines) {
    const name = textOf(line);
    if (line.change === 'gone') result.delete(name);
    else result.set(name, { ...keyOf(line), ...addFigures(result.get(name) ?? NOTHING, line.difference) });
  }
  return [...result.values()].sort(compareSettledKeys);
}

function addedUp(lines: readonly SettledLine[]): Map<string, SettledLine> {
  const sums = new Map<string, SettledLine>();
  for (const line of lines) {
    const name = textOf(line);
    sums.set(name, { ...keyOf(line), ...addFigures(sums.get(name) ?? NOTHING, line) });
  }
  return sums;
}

function groupedBy<Field extends 'party' | 'currency'>(
  fields: readonly Field[],
  was: ReadonlyMap<string, SettledLine>,
  is: ReadonlyMap<string, SettledLine>,
): (Pick<SettledKey, Field> & Change)[] {
  const groups = new Map<string, { group: Pick<SettledKey, Field>; before: Figures; after: Figures }>();
  const count = (line: SettledLine, side: 'before' | 'after'): void => {
    const values = fields.map((field) => line[field]);
    const name = JSON.stringify(values);
    const group = Object.fromEntries(fields.map((field) => [field, line[field]])) as Pick<SettledKey, Field>;
    const found = groups.get(name) ?? { group, before: NOTHING, after: NOTHING };
    groups.set(name, { ...found, [side]: addFigures(found[side], line) });
  };
  for (const line of was.values()) count(line, 'before');
  for (const line of is.values()) count(line, 'after');
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { group, before, after }]) => ({ ...group, ...changeOf(before, after) }));
}

const changeOf = (before: Figures, after: Figures): Change => ({
  before,
  after,
  difference: subtractFigures(after, before),
});

const keyOf = ({ party, currency, lineKind, originMonth, key }: SettledKey): SettledKey => ({
  party,
  currency,
  lineKind,
  originMonth,
  key,
});

const textOf = ({ party, currency, lineKind, originMonth, key }: SettledKey): string =>
  JSON.stringify([
    party,
    currency,
    lineKind,
    originMonth,
    key === null ? null : KEY_FIELDS.map((field) => key[field]),
  ]);
