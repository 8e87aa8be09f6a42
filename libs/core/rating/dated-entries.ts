import { conditionsText, type PriceBook, type PriceEntry } from '../catalogue';
import { parseInstant, type Instant } from '../kernel';
import { checkPriceBook } from './check-price-book';

/** A price in the time in which no later one of the same conditions stands before it. */
export interface DatedEntry {
  readonly entry: PriceEntry;
  readonly start: Instant;
  readonly end: Instant;
}

/** Prices that hold at the instant or later, by all that they name but their dates. */
export function datedEntries(
  { entries }: Pick<PriceBook, 'entries'>,
  from: Instant,
): Map<string, DatedEntry[]> {
  const groups = new Map<string, DatedEntry[]>();
  for (const entry of entries) {
    const start = Math.max(from, startOf(entry));
    const end = (entry.effectiveTo === undefined ? undefined : parseInstant(entry.effectiveTo)) ?? Infinity;
    if (end <= start) continue;
    const key = keyOf(entry);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [{ entry, start, end }]);
    else group.push({ entry, start, end });
  }
  for (const [key, group] of groups) if (group.length > 1) groups.set(key, inTurn(group));
  return groups;
}

/**
 * The book without the entries that can never apply from an instant on: they end before it, or one of the same
 * conditions that began later stands before them as long as they last. Where the checks, which look at all dates, would
 * take their absence for a hole, it is the book itself.
 */
export function livingBook<B extends PriceBook>(book: B, from: Instant): B {
  const applied = new Set<string>();
  for (const [key, group] of datedEntries(book, from))
    for (const { entry } of group) applied.add(`${key} ${startOf(entry)}`);
  // Of two that tie neither is called dead: that they tie is their fault.
  const entries = book.entries.filter(
    (entry) => applied.has(`${keyOf(entry)} ${startOf(entry)}`) || !isReadable(entry),
  );
  if (entries.length === book.entries.length) return book;
  const living = { ...book, entries };
  return checkPriceBook(living).length > checkPriceBook(book).length ? book : living;
}

const keyOf = (entry: PriceEntry): string =>
  JSON.stringify([entry.model, entry.class, conditionsText(entry)]);

const startOf = ({ effectiveFrom }: PriceEntry): Instant => parseInstant(effectiveFrom) ?? -Infinity;

/** What is no instant, or ends before it begins, is a fault of its own, and not hidden by another. */
function isReadable({ effectiveFrom, effectiveTo }: PriceEntry): boolean {
  const start = parseInstant(effectiveFrom);
  const end = effectiveTo === undefined ? Infinity : parseInstant(effectiveTo);
  return start !== undefined && end !== undefined && start < end;
}

/** Of the same conditions the price that began last holds, until it ends. */
function inTurn(group: readonly DatedEntry[]): DatedEntry[] {
  const cuts = [...new Set(group.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const latestFirst = [...group].sort((a, b) => startOf(b.entry) - startOf(a.entry));
  return cuts.slice(0, -1).flatMap((start, index) => {
    const one = latestFirst.find((dated) => dated.start <= start && start < dated.end);
    return one === undefined ? [] : [{ ...one, start, end: cuts[index + 1] as Instant }];
  });
}
