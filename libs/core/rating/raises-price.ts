import {
  canMatchTheSame,
  compareBooks,
  type PriceBook,
  type PriceDifference,
  type PriceEntry,
} from '../catalogue';
import { parseScaled, type Instant } from '../kernel';
import { counterIndex, parentCounter, COUNTERS } from '../usage';
import { datedEntries, type DatedEntry } from './dated-entries';
import { byPrecedence, compileEntry } from './price-entry';
import { raisesFactor } from './raises-factor';

/** As many places as a decimal of a document may have. */
const PLACES = 30;

/**
 * Whether some usage can be dearer by a book than by the one before it, from an instant on. A price is compared with
 * the one of the same model, class and conditions. One that has none in the other book is compared with all that may
 * apply to the same usage there, and is held to be a rise where one of them was cheaper: what is really charged may be
 * decided by a third, so that this errs towards telling people. So it does of ladders, of which only a lower price is
 * known to be no rise, and of another zone or currency.
 */
export const raisesPrice = (before: PriceBook, after: PriceBook, from: Instant): boolean =>
  raisesEntry(before, after, from) ||
  raisesFactor(before.multipliers, after.multipliers) ||
  compareBooks(before, after).some((one) => one.what === 'book' || (one.what === 'tier' && !isFall(one)));

interface Dated extends DatedEntry {
  readonly price: bigint;
}

type ByKey = ReadonlyMap<string, readonly Dated[]>;

function raisesEntry(before: PriceBook, after: PriceBook, from: Instant): boolean {
  const [old, now] = [datedOf(before, from), datedOf(after, from)];
  return isWorse(now, old, (own, other) => other < own) || isWorse(old, now, (own, other) => other > own);
}

/** Whether some price is worse than its twins in the other book, or than what may stand in its place there. */
function isWorse(ours: ByKey, others: ByKey, isRise: (own: bigint, other: bigint) => boolean): boolean {
  for (const [key, group] of ours)
    for (const one of group) {
      const twins = overlapping(one, others.get(key) ?? []);
      if (twins.some((twin) => isRise(one.price, twin.price))) return true;
      const isRedated = twins.some(({ entry }) => entry.effectiveFrom !== one.entry.effectiveFrom);
      if (isCovered(one, twins) && !isRedated) continue;
      const rivals = rivalsOf(one, others);
      // Another beginning decides between equals alone.
      const due = isCovered(one, twins) ? rivals.filter(({ entry }) => isEqual(one.entry, entry)) : rivals;
      if (due.some((rival) => isRise(one.price, rival.price))) return true;
    }
  return false;
}

function datedOf(book: PriceBook, from: Instant): ByKey {
  const priced = (dated: DatedEntry): Dated => ({ ...dated, price: parseScaled(dated.entry.price, PLACES) });
  return new Map([...datedEntries(book, from)].map(([key, group]) => [key, group.map(priced)]));
}

const overlapping = (one: Dated, others: readonly Dated[]): Dated[] =>
  others.filter((other) => other.start < one.end && one.start < other.end);

function isCovered({ start, end }: Dated, others: readonly Dated[]): boolean {
  let reached = start;
  for (const other of [...others].sort((a, b) => a.start - b.start)) {
    if (other.start > reached) return false;
    reached = Math.max(reached, other.end);
  }
  return reached >= end;
}

/** Whether nothing but their dates decides between the two. */
const isEqual = (one: PriceEntry, other: PriceEntry): boolean =>
  byPrecedence(compileEntry(one), compileEntry({ ...other, effectiveFrom: one.effectiveFrom })) === 0;

/** What the other book may ask for the same usage: for the class, or for one that it falls back on. */
function rivalsOf(one: Dated, others: ByKey): Dated[] {
  const classes = lineageOf(one.entry.class);
  return [...others.values()].flatMap((group) =>
    overlapping(
      one,
      group.filter(({ entry }) => classes.has(entry.class) && canMeet(one.entry, entry)),
    ),
  );
}

function lineageOf(name: string): ReadonlySet<string> {
  const classes = new Set<string>();
  let index = counterIndex(name);
  while (index !== undefined) {
    classes.add(COUNTERS[index] as string);
    index = parentCounter(index);
  }
  return classes;
}

/** Whether there can be a record that both apply to. */
function canMeet(one: PriceEntry, other: PriceEntry): boolean {
  if (!canMatchTheSame(one.model, other.model)) return false;
  if (
    one.serviceTier !== undefined &&
    other.serviceTier !== undefined &&
    one.serviceTier !== other.serviceTier
  )
    return false;
  return Object.entries(one.when ?? {}).every(([name, value]) => (other.when?.[name] ?? value) === value);
}

/** A lower price or fee of a ladder; another bound may move what is charged either way. */
const isFall = ({ conditions, before, after }: PriceDifference): boolean =>
  /\.(unitPrice|flatFee|packagePrice)$/.test(conditions) &&
  before !== null &&
  after !== null &&
  parseScaled(after, PLACES) < parseScaled(before, PLACES);
