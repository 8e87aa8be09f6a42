import { compareBooks, type PriceBook, type PriceDifference } from '../catalogue';
import { isDecimal, ok, parseScaled, refuse, type Instant, type Result } from '../kernel';
import { changedComponent, changedText, type Factor } from './changed-price';
import { chosenBy, type ChoiceFault } from './chosen-prices';
import { livingBook } from './dated-entries';

export interface PriceChange {
  /** 5 for five per cent dearer; text with at most four decimals, above −100 and at most 1000. */
  readonly percent: string;
  /** From when on the next version is to be in force. */
  readonly from: Instant;
  /** Names or patterns of what the book's rows name as their model; all of them where it is left out. */
  readonly models?: readonly string[];
  readonly classes?: readonly string[];
}

export interface ChangedPrices<B extends PriceBook = PriceBook> {
  /** The body of the next version. */
  readonly body: B;
  /** How many entries it has no more, because they can never apply once it is in force. */
  readonly dropped: number;
  readonly differences: readonly PriceDifference[];
}

export type PriceChangeFault = ChoiceFault | 'not_a_percent';

const PERCENT_PLACES = 4;
const SCALE = 10n ** BigInt(PERCENT_PLACES);
const WHOLE = 100n * SCALE;
const HIGHEST = 1000n * SCALE;

/**
 * The book with every chosen price × (100 + percent) / 100, rounded to six decimals half away from zero (a price of a
 * book has no more). Conditions, order, factors and what is not chosen stay as they are. An entry that
 * can never apply in the new version is left out, as {@link livingBook} says.
 */
export function changePrices<B extends PriceBook>(
  book: B,
  change: PriceChange,
): Result<ChangedPrices<B>, PriceChangeFault> {
  const factor = factorOf(change.percent);
  if (factor === undefined) return refuse('not_a_percent');
  const living = livingBook(book, change.from);
  const chosen = chosenBy(living, change);
  if (!chosen.ok) return chosen;
  const { isEntry, isTier } = chosen.value;
  const body: B = {
    ...living,
    entries: living.entries.map((entry) =>
      isEntry(entry) ? { ...entry, price: changedText(entry.price, factor) } : entry,
    ),
    tiers: living.tiers.map((row) =>
      isTier(row) ? { ...row, component: changedComponent(row.component, factor) } : row,
    ),
  };
  const dropped = book.entries.length - living.entries.length;
  return ok({ body, dropped, differences: compareBooks(living, body) });
}

function factorOf(percent: string): Factor | undefined {
  if (!isDecimal(percent, PERCENT_PLACES)) return undefined;
  const scaled = parseScaled(percent, PERCENT_PLACES);
  if (scaled <= -WHOLE || scaled > HIGHEST) return undefined;
  return { numerator: WHOLE + scaled, denominator: WHOLE };
}
