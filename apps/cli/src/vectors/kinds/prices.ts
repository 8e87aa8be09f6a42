import type { PriceEntry } from '@ciyuan/core/catalogue';
import { formatScaled, formatYuan, parseInstant } from '@ciyuan/core/kernel';
import { compilePriceBook, rateLines, totalOf, type PriceLookup, type RatedLine } from '@ciyuan/core/rating';
import { COUNTERS, countsOf, isToken, type Counter } from '@ciyuan/core/usage';

type EntryDocument = Omit<PriceEntry, 'price' | 'promptOver' | 'completionOver'> & {
  readonly pricePerMillion: string;
  readonly promptOver?: string;
  readonly completionOver?: string;
};

interface PriceRow {
  readonly usage: {
    readonly at: string;
    readonly model: string;
    readonly serviceTier?: string;
    readonly dimensions?: Readonly<Record<string, string>>;
    readonly tokens: Readonly<Partial<Record<Counter, number>>>;
  };
  readonly expected?: {
    readonly total: string;
    readonly lines: readonly Readonly<Record<string, string | number>>[];
  };
  readonly unpriced?: string;
}

export interface PriceCase {
  readonly zone: string;
  readonly book: readonly EntryDocument[];
  readonly rows: readonly PriceRow[];
}

const MICRO_PLACES = 6;
const PICO_PLACES = 12;

export function reproducePrices(given: PriceCase): PriceCase {
  const entries = given.book.map(entryOf);
  const prices = compilePriceBook({ zone: given.zone, currency: 'CNY', entries, multipliers: [] });
  return { ...given, rows: given.rows.map((row) => reproduceRow(prices, row)) };
}

function entryOf({ pricePerMillion, promptOver, completionOver, ...rest }: EntryDocument): PriceEntry {
  return {
    ...rest,
    price: pricePerMillion,
    ...(promptOver !== undefined && { promptOver: Number(promptOver) }),
    ...(completionOver !== undefined && { completionOver: Number(completionOver) }),
  };
}

function reproduceRow(prices: PriceLookup, { usage }: PriceRow): PriceRow {
  const at = parseInstant(usage.at);
  if (at === undefined) throw new Error(`not an instant: ${usage.at}`);
  const counts = countsOf(usage.tokens);
  const { model, serviceTier = 'standard', dimensions = {} } = usage;
  const rated = rateLines(prices, { at, model, serviceTier, dimensions, counts }, counts);
  if (!rated.ok) return { usage, unpriced: COUNTERS[rated.unpriced] as string };
  return { usage, expected: { total: formatYuan(totalOf(rated.lines)), lines: rated.lines.map(lineOf) } };
}

const lineOf = ({ counter, quantity, picoPerUnit, amount }: RatedLine): Record<string, string | number> => ({
  class: COUNTERS[counter] as string,
  quantity,
  pricePerMillion: formatScaled(picoPerUnit, isToken(counter) ? MICRO_PLACES : PICO_PLACES),
  amount: formatYuan(amount),
});
