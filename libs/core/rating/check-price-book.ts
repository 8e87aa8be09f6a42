import type { PriceBook } from '../catalogue';
import { isZone } from '../kernel';
import { fault, type BookFault } from './book-fault';
import { checkClasses } from './check-classes';
import { checkDecimal, checkEntry, checkModel } from './check-entry';
import { checkServiceTiers } from './check-service-tiers';
import { checkTies } from './check-ties';
import { checkTierRows } from './check-tier-rows';
import type { PlacedEntry } from './entry-overlap';
import { compileEntry } from './price-entry';

const FACTOR_PLACES = 9;

/**
 * All faults that keep a book from being saved; none for one that prices every call that it can price in one way.
 * First what cannot be read, in the order of the book; then ties, holes and ladders among what can.
 */
export function checkPriceBook(book: PriceBook): BookFault[] {
  const unreadable = book.entries.map((entry, index) => checkEntry(entry, `entries.${index}`));
  const readable: PlacedEntry[] = book.entries.flatMap((entry, index) =>
    unreadable[index]?.length === 0 ? [{ ...compileEntry(entry), index }] : [],
  );
  return [
    ...(isZone(book.zone) ? [] : [fault('zone', 'unknown_zone', book.zone)]),
    ...unreadable.flat(),
    ...book.multipliers.flatMap(checkMultiplier),
    ...checkTies(readable),
    ...checkServiceTiers(readable),
    ...checkClasses(readable, book.tiers),
    ...checkTierRows(book.tiers, readable),
  ];
}

function checkMultiplier(row: PriceBook['multipliers'][number], index: number): BookFault[] {
  const path = `multipliers.${index}`;
  return [
    ...checkModel(row.model, `${path}.model`),
    ...checkDecimal(row.factor, FACTOR_PLACES, `${path}.factor`),
  ];
}
