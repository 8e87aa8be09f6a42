import { compileHolidays, type PriceEntry, type TimeBand } from '@ciyuan/core/catalogue';
import { divideHalfAway, formatScaled, formatYuan, parseInstant, parseScaled } from '@ciyuan/core/kernel';
import { compilePriceBook, rateLines, totalOf, type PriceLookup, type PricedCall } from '@ciyuan/core/rating';
import { countsOf, type Counter } from '@ciyuan/core/usage';

type Prices = Readonly<Partial<Record<string, string>>>;
type NamedCounts = Readonly<Partial<Record<Counter, number>>>;

interface HourlyUsage {
  readonly at: string;
  readonly model: string;
  readonly usage: Readonly<Record<'cache_hit' | 'cache_miss' | 'output', number>>;
  /** Of the hour that the usage falls in. */
  readonly cny_per_mtok: Readonly<Record<'cache_hit' | 'cache_miss' | 'output', string>>;
}

interface CachedPrompt {
  readonly input_price_per_mtok: string;
  readonly input_total: number;
  readonly cache_hit: number;
  readonly cache_create: number;
  readonly hit_factor: string;
  readonly create_factor: string;
}

type PlainUsage<P extends string> = {
  readonly model: string;
  readonly input: number;
  readonly output: number;
} & Readonly<Record<P, Readonly<Record<'input' | 'output', string>>>>;

const ZONE = 'Asia/Shanghai';
const CURRENCY = 'CNY';
const CALENDAR = 'china';
const MICRO_PLACES = 6;
const ALWAYS = '2026-01-01T00:00:00+08:00';
/** Working days of China, 09:00 to 12:00 and 14:00 to 18:00, at twice the price of every other hour. */
const PEAKS: readonly TimeBand[] = [
  { from: '09:00', to: '12:00', holidays: CALENDAR, on: 'workdays' },
  { from: '14:00', to: '18:00', holidays: CALENDAR, on: 'workdays' },
];
const PEAK_FACTOR = 2n;
/** Before weekends were left out of it, every day had its peaks. */
const DAILY_PEAKS: readonly TimeBand[] = PEAKS.map(({ from, to }) => ({ from, to }));
/** The statutory days of the months that the rows lie in. */
const AUTUMN = compileHolidays({
  days: [
    { date: '2026-09-20', kind: 'workday', name: 'worked for the National Day' },
    { date: '2026-09-25', kind: 'holiday', name: 'Mid-Autumn' },
  ],
});
const NAMES: Readonly<Record<string, Counter>> = {
  cache_hit: 'cached_input',
  cache_miss: 'input',
  output: 'output',
};
/** Prices of deepseek-v4-flash in dollars, as the vendor changed them; the last of each day's epochs has peaks. */
const EPOCHS: readonly {
  readonly from: string;
  readonly prices: Prices;
  readonly peaks: readonly TimeBand[];
}[] = [
  { from: ALWAYS, prices: { cache_hit: '0.0028', cache_miss: '0.14', output: '0.28' }, peaks: [] },
  {
    from: '2026-08-16T16:00:00Z',
    prices: { cache_hit: '0.007', cache_miss: '0.22', output: '0.66' },
    peaks: DAILY_PEAKS,
  },
  {
    from: '2026-08-22T16:00:00Z',
    prices: { cache_hit: '0.007', cache_miss: '0.22', output: '0.66' },
    peaks: PEAKS,
  },
  {
    from: '2026-09-10T04:00:00Z',
    prices: { cache_hit: '0.003', cache_miss: '0.15', output: '0.60' },
    peaks: PEAKS,
  },
];

/** The row says which hour's prices it gives by what it expects; the book must find the hour by itself. */
export function costWithHours({ at, model, usage, cny_per_mtok: prices }: HourlyUsage): object {
  for (const [period, offPeak] of [
    ['off_peak', prices],
    ['peak', halved(prices)],
  ] as const) {
    const book = bookOf(entriesOf(model, offPeak, ALWAYS, PEAKS));
    const call = callOf(model, at, named(usage));
    if (priceOf(book, call, 'output') === parseScaled(prices.output, MICRO_PLACES))
      return { period, total_cny: costOf(book, call) };
  }
  throw new Error(`no hour has an output at ${prices.output}`);
}

/** The prices of every class at the instant. */
export function pricesAt({ at, model }: { readonly at: string; readonly model: string }): object {
  const entries = EPOCHS.flatMap(({ from, prices, peaks }, index) =>
    entriesOf(model, prices, from, peaks, EPOCHS[index + 1]?.from),
  );
  const [book, call] = [bookOf(entries), callOf(model, at, { input: 1 })];
  const price = (name: string): string =>
    formatScaled(priceOf(book, call, NAMES[name] as Counter) ?? 0n, MICRO_PLACES);
  return Object.fromEntries(Object.keys(NAMES).map((name) => [name, price(name)]));
}

/** Input and output of one call at the prices of its band. */
export const costOfUsage =
  <P extends string>(perMillion: P, total: string) =>
  (given: PlainUsage<P>): object => {
    const { model, input, output } = given;
    const { input: inputPrice, output: outputPrice } = given[perMillion];
    const book = bookOf([entry(model, 'input', inputPrice), entry(model, 'output', outputPrice)]);
    return { [total]: costOf(book, callOf(model, ALWAYS, { input, output })) };
  };

/** A prompt of which a part was read from the cache and a part was written to it, each at a factor of the price. */
export function costOfCaching(given: CachedPrompt): object {
  const price = (factor: string): string => {
    const scaled = parseScaled(given.input_price_per_mtok, MICRO_PLACES) * parseScaled(factor, 2);
    return formatScaled(scaled, MICRO_PLACES + 2);
  };
  const model = 'cached';
  const book = bookOf([
    entry(model, 'input', given.input_price_per_mtok),
    entry(model, 'cached_input', price(given.hit_factor)),
    entry(model, 'cache_write', price(given.create_factor)),
  ]);
  const { input_total: all, cache_hit: read, cache_create: written } = given;
  const counts = { input: all - read - written, cached_input: read, cache_write: written };
  return { input_cost: costOf(book, callOf(model, ALWAYS, counts)) };
}

function entriesOf(
  model: string,
  prices: Prices,
  from: string,
  peaks: readonly TimeBand[],
  until?: string,
): PriceEntry[] {
  return Object.entries(prices).flatMap(([name, price]): PriceEntry[] => {
    const counter = NAMES[name] as Counter;
    const dates = { effectiveFrom: from, ...(until !== undefined && { effectiveTo: until }) };
    const peak = formatScaled(parseScaled(price ?? '', MICRO_PLACES) * PEAK_FACTOR, MICRO_PLACES);
    return [
      { ...entry(model, counter, price ?? ''), ...dates },
      ...peaks.map((timeBand) => ({ ...entry(model, counter, peak), ...dates, timeBand })),
    ];
  });
}

const entry = (model: string, counter: Counter, price: string): PriceEntry => ({
  model,
  class: counter,
  price,
  effectiveFrom: ALWAYS,
});

const bookOf = (entries: readonly PriceEntry[]): PriceLookup =>
  compilePriceBook({ zone: ZONE, currency: CURRENCY, entries, multipliers: [] }, () => AUTUMN);

function callOf(model: string, at: string, counts: NamedCounts): PricedCall {
  const instant = parseInstant(at);
  if (instant === undefined) throw new Error(`not an instant: ${at}`);
  return { at: instant, model, serviceTier: 'standard', dimensions: {}, counts: countsOf(counts) };
}

function costOf(book: PriceLookup, call: PricedCall): string {
  const rated = rateLines(book, call, call.counts);
  if (!rated.ok) throw new Error('a class has no price');
  return formatYuan(totalOf(rated.lines));
}

/** Millionths for a million tokens. */
const priceOf = (book: PriceLookup, call: PricedCall, counter: Counter): bigint | undefined =>
  book.priceOf(call, countsOf({ [counter]: 1 }).indexOf(1));

function named(usage: HourlyUsage['usage']): NamedCounts {
  const counts = Object.entries(usage).map(([name, count]) => [NAMES[name] as Counter, count] as const);
  return Object.fromEntries(counts);
}

function halved(prices: HourlyUsage['cny_per_mtok']): Prices {
  const halves = Object.entries(prices).map(([name, price]) => {
    const half = divideHalfAway(parseScaled(price, MICRO_PLACES), PEAK_FACTOR);
    return [name, formatScaled(half, MICRO_PLACES)] as const;
  });
  return Object.fromEntries(halves);
}
