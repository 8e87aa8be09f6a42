import type { PriceBook, PriceEntry, PriceMultiplier, TierRow } from './price-book';
import { conditionsText, whenText } from './price-conditions';

/** One figure that two books give differently; null where a book has none. */
export interface PriceDifference {
  /** A price, a factor, a figure of a ladder, or a word about the book itself. */
  readonly what: 'price' | 'factor' | 'tier' | 'book';
  /** A name or pattern; those of a ladder with spaces between. Empty for the book itself. */
  readonly model: string;
  /** Empty for a factor, which is for all classes, and for the book itself. */
  readonly class: string;
  /** What else has to hold; the place of the figure, for a ladder and for the book itself. */
  readonly conditions: string;
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

type Figure = Omit<PriceDifference, 'before' | 'after'> & { readonly text: string };

/**
 * Every figure that is not the same in both books, by what it is a price of: places in the list do not count, so that
 * books in another order are the same. First those of `after` in its order, then those that only `before` has.
 */
export function compareBooks(before: PriceBook, after: PriceBook): PriceDifference[] {
  const [old, now] = [figuresOf(before), figuresOf(after)];
  const changed = [...now].flatMap(([key, figure]) => differenceOf(old.get(key), figure));
  const dropped = [...old].flatMap(([key, figure]) => (now.has(key) ? [] : differenceOf(figure, undefined)));
  return [...changed, ...dropped];
}

function differenceOf(before: Figure | undefined, after: Figure | undefined): PriceDifference[] {
  const figure = after ?? before;
  if (figure === undefined || before?.text === after?.text) return [];
  const { text: _text, ...subject } = figure;
  return [{ ...subject, before: before?.text ?? null, after: after?.text ?? null }];
}

function figuresOf(book: PriceBook): Map<string, Figure> {
  const figures = [
    ...(['code', 'zone', 'currency'] as const).map((name) => ofBook(name, book[name])),
    ...book.entries.map(ofEntry),
    ...book.multipliers.map(ofMultiplier),
    ...book.tiers.flatMap(ofTier),
  ];
  const byKey = new Map<string, Figure>();
  for (const figure of figures) {
    const { text: _text, ...subject } = figure;
    const key = JSON.stringify(subject);
    // Factors of the same dimensions multiply: each of them is a figure of its own.
    let place = key;
    for (let again = 2; byKey.has(place); again++) place = `${key} ${again}`;
    byKey.set(place, figure);
  }
  return byKey;
}

const ALWAYS = { effectiveFrom: null, effectiveTo: null };

const ofBook = (name: string, text: string): Figure => ({
  what: 'book',
  model: '',
  class: '',
  conditions: name,
  ...ALWAYS,
  text,
});

const ofEntry = (entry: PriceEntry): Figure => ({
  what: 'price',
  model: entry.model,
  class: entry.class,
  conditions: conditionsText(entry),
  effectiveFrom: entry.effectiveFrom,
  effectiveTo: entry.effectiveTo ?? null,
  text: entry.price,
});

const ofMultiplier = ({ model, when, factor }: PriceMultiplier): Figure => ({
  what: 'factor',
  model,
  class: '',
  conditions: whenText(when),
  ...ALWAYS,
  text: factor,
});

/** A ladder figure by figure, so that a rise of one step does not read as another ladder. */
function ofTier({ lineage, models, classes, window, counts, component }: TierRow): Figure[] {
  const subject = { what: 'tier' as const, model: models.join(' '), class: classes.join(' '), ...ALWAYS };
  return leavesOf({ window, counts, ...component }, lineage).map(([conditions, text]) => ({
    ...subject,
    conditions,
    text,
  }));
}

function leavesOf(value: object, path: string): [path: string, text: string][] {
  return Object.entries(value).flatMap(([name, leaf]: [string, unknown]) =>
    typeof leaf === 'object' && leaf !== null
      ? leavesOf(leaf, `${path}.${name}`)
      : [[`${path}.${name}`, textOf(leaf)] satisfies [string, string]],
  );
}

const textOf = (leaf: unknown): string => {
  if (leaf === null) return 'unbounded';
  return typeof leaf === 'string' ? leaf : JSON.stringify(leaf);
};
