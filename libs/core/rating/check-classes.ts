import { pattern } from '../kernel';
import type { TierRow } from '../catalogue';
import { COUNTERS } from '../usage';
import { fault, type BookFault } from './book-fault';
import { appliesWhere, canMeet, coverDates, type PlacedEntry } from './entry-overlap';

/**
 * Models named exactly that lack a class which a pattern of theirs prices. The pattern's price would be taken for that
 * class, for a class is only looked for at its parent when nothing at all prices it; so having the parent is no help:
 * the class itself must be named, by an entry or a tier row, wherever one of the model's entries meets the pattern's.
 */
export function checkClasses(entries: readonly PlacedEntry[], tiers: readonly TierRow[]): BookFault[] {
  const patterns = entries.filter((entry) => !entry.model.exact);
  return [...exactModels(entries)].flatMap(([model, own]) => {
    const matching = patterns.filter((entry) => entry.model.matches(model));
    return COUNTERS.flatMap((name, counter) => {
      const priced = matching.filter((entry) => entry.counter === counter);
      if (priced.length === 0 || tiers.some((row) => namesBoth(row, model, name))) return [];
      const hole = firstHole(own, priced, counter);
      return hole === undefined ? [] : [missingClass(hole, name)];
    });
  });
}

interface Hole {
  readonly own: PlacedEntry;
  readonly ofPattern: PlacedEntry;
}

function firstHole(
  own: readonly PlacedEntry[],
  priced: readonly PlacedEntry[],
  counter: number,
): Hole | undefined {
  const named = own.filter((entry) => entry.counter === counter);
  for (const one of own) {
    for (const other of priced) {
      if (!canMeet(one, other)) continue;
      const same = named.filter((entry) => appliesWhere(entry, one, other));
      if (!coverDates(same, one, other)) return { own: one, ofPattern: other };
    }
  }
  return undefined;
}

function missingClass({ own, ofPattern }: Hole, name: string): BookFault {
  const detail = `${own.model.text} names no ${name}, which entries.${ofPattern.index} prices for ${ofPattern.model.text}`;
  return fault(`entries.${own.index}`, 'missing_class', detail);
}

function exactModels(entries: readonly PlacedEntry[]): Map<string, PlacedEntry[]> {
  const models = new Map<string, PlacedEntry[]>();
  for (const entry of entries) {
    if (!entry.model.exact) continue;
    const found = models.get(entry.model.text);
    if (found === undefined) models.set(entry.model.text, [entry]);
    else found.push(entry);
  }
  return models;
}

const namesBoth = (row: TierRow, model: string, tokenClass: string): boolean =>
  row.classes.includes(tokenClass) && row.models.some((name) => pattern(name).matches(model));
