import { bySpecificity } from '../kernel';
import { COUNTERS, parentCounter } from '../usage';
import { byModel, rowsByText } from './by-model';
import { fault, type BookFault } from './book-fault';
import { appliesWhere, canMeet, coverDates, type PlacedEntry } from './entry-overlap';

/**
 * Named service tiers that lack a band (a bound on the prompt or on the completion) that the plain price has. A named
 * tier comes before any bound, so that long calls of that tier would be rated at its price for short ones.
 */
export function checkServiceTiers(entries: readonly PlacedEntry[]): BookFault[] {
  const plain = entries.filter((entry) => entry.serviceTier === undefined);
  const plainOf = byModel(plain);
  const ofText = rowsByText(entries);
  const found = new Map<string, BookFault>();
  for (const named of entries) {
    if (named.serviceTier === undefined) continue;
    const near = named.model.exact ? plainOf(named.model.text) : plain;
    const own = ofText.get(named.model.text) ?? [];
    for (const band of plainPrices(near, named)) {
      if (!isDearer(band, named) || hasBand(own, named, band)) continue;
      const key = [
        named.serviceTier,
        named.model.text,
        named.counter,
        band.promptOver,
        band.completionOver,
      ].join('|');
      if (!found.has(key)) found.set(key, missingBand(named, band));
    }
  }
  return [...found.values()];
}

/** What the class costs without a named tier, where the tier's entry applies: its own price, else its parent's. */
function plainPrices(plain: readonly PlacedEntry[], named: PlacedEntry): readonly PlacedEntry[] {
  const prices: PlacedEntry[] = [];
  for (let asked: number | undefined = named.counter; asked !== undefined; asked = parentCounter(asked)) {
    const found = plain.filter((entry) => entry.counter === asked && canMeet(entry, named));
    prices.push(...found);
    const always = found.filter((entry) => coversModel(entry, named) && appliesWhere(entry, named, named));
    if (coverDates(always, named, named)) break;
  }
  return prices;
}

/** A pattern that matches the text of another, stars and all, matches whatever the other does. */
const coversModel = (entry: PlacedEntry, other: PlacedEntry): boolean =>
  entry.model.matches(other.model.text);

/** Whether the band asks for longer calls, and would still lose against the tier's entry: so does any parent's. */
const isDearer = (band: PlacedEntry, named: PlacedEntry): boolean =>
  (band.promptOver > named.promptOver || band.completionOver > named.completionOver) &&
  (band.counter !== named.counter || bySpecificity(named.model, band.model) <= 0);

/** Among the entries of the very same name or pattern. */
function hasBand(entries: readonly PlacedEntry[], named: PlacedEntry, band: PlacedEntry): boolean {
  const same = entries.filter(
    (entry) =>
      entry.counter === named.counter &&
      entry.serviceTier === named.serviceTier &&
      entry.promptOver === band.promptOver &&
      entry.completionOver === band.completionOver &&
      entry.when.length >= named.when.length &&
      appliesWhere(entry, named, band),
  );
  return coverDates(same, named, band);
}

function missingBand(named: PlacedEntry, band: PlacedEntry): BookFault {
  const bounds = [
    ...(band.promptOver >= 0 ? [`promptOver ${band.promptOver}`] : []),
    ...(band.completionOver >= 0 ? [`completionOver ${band.completionOver}`] : []),
  ];
  const detail = `tier ${named.serviceTier} has no ${COUNTERS[named.counter]} for ${bounds.join(', ')}, as entries.${band.index} has`;
  return fault(`entries.${named.index}`, 'missing_band', detail);
}
