import fc from 'fast-check';
import { compileHolidays, type PriceBook, type PriceEntry } from '../catalogue';
import { COUNTERS, countsOf, counterIndex } from '../usage';
import { checkPriceBook } from './check-price-book';
import { compilePriceBook, type CalendarsInForce, type PriceLookup, type PricedCall } from './price-lookup';

const MONDAY_NOON = Date.UTC(2026, 0, 5, 4);
const HOUR = 3_600_000;
const CLASSES = ['input', 'cached_input', 'output', 'reasoning'] as const;

const CALENDAR = compileHolidays({
  days: [
    { date: '2026-01-05', kind: 'holiday', name: 'a Monday off' },
    { date: '2026-01-10', kind: 'workday', name: 'a Saturday at work' },
  ],
});
const calendars: CalendarsInForce = () => CALENDAR;

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 2 });

/** Few values of each field, so that entries meet often. */
const entry: fc.Arbitrary<Omit<PriceEntry, 'price'>> = fc
  .record({
    model: fc.constantFrom('a', 'b', '*', 'a*', '*b'),
    class: fc.constantFrom(...CLASSES),
    effectiveFrom: fc.constantFrom('2026-01-01T00:00:00Z', '2026-01-06T00:00:00Z'),
    effectiveTo: maybe(fc.constant('2026-01-09T00:00:00Z')),
    serviceTier: maybe(fc.constantFrom('batch', 'priority')),
    when: maybe(
      fc.constantFrom({ region: 'x' }, { region: 'y' }, { speed: 'x' }, { region: 'x', speed: 'x' }),
    ),
    promptOver: maybe(fc.constantFrom(10, 20)),
    completionOver: maybe(fc.constantFrom(10)),
    timeBand: maybe(
      fc.constantFrom(
        { from: '08:00', to: '14:00' },
        { from: '12:00', to: '09:00' },
        { from: '14:00', to: '12:00', days: [1] },
        { from: '08:00', to: '14:00', holidays: 'cn', on: 'workdays' as const },
        { from: '12:00', to: '09:00', holidays: 'cn', on: 'holidays' as const },
      ),
    ),
  })
  .map((fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)))
  .map((fields) => fields as unknown as Omit<PriceEntry, 'price'>);

const call: fc.Arbitrary<PricedCall> = fc.record({
  at: fc.constantFrom(MONDAY_NOON, MONDAY_NOON + 3 * HOUR, MONDAY_NOON + 48 * HOUR, MONDAY_NOON + 120 * HOUR),
  model: fc.constantFrom('a', 'b', 'ab', 'ba'),
  serviceTier: fc.constantFrom('standard', 'batch', 'priority'),
  dimensions: fc.constantFrom({}, { region: 'x' }, { region: 'x', speed: 'x' }, { region: 'y', speed: 'x' }),
  counts: fc
    .tuple(fc.constantFrom(0, 15, 25), fc.constantFrom(0, 15))
    .map(([input, output]) => countsOf({ input, output })),
});

/** Each entry has a price of its own: its place in the book, from 1. */
const bookOf = (entries: readonly Omit<PriceEntry, 'price'>[]): PriceBook => ({
  code: 'book',
  zone: 'Asia/Shanghai',
  currency: 'CNY',
  entries: entries.map((one, index) => ({ ...one, price: String(index + 1) })),
  multipliers: [],
  tiers: [],
});

const book = fc.array(entry, { maxLength: 7 }).map(bookOf);
const without = (one: PriceBook, code: string): boolean =>
  checkPriceBook(one).every((fault) => fault.code !== code);

/** The entry that prices the counter, and the counter that it is of. */
function winner(
  one: PriceBook,
  lookup: PriceLookup,
  priced: PricedCall,
  counter: number,
): PriceEntry | undefined {
  const pico = lookup.priceOf(priced, counter);
  return pico === undefined ? undefined : one.entries[Number(pico / 1_000_000n) - 1];
}

describe('a book that is saved', () => {
  it('prices every call in one way, whatever the order of its entries', () => {
    fc.assert(
      fc.property(book, fc.array(call, { minLength: 8, maxLength: 8 }), (one, calls) => {
        fc.pre(without(one, 'tie'));
        const [there, back] = [one, { ...one, entries: [...one.entries].reverse() }].map((one) =>
          compilePriceBook(one, calendars),
        );
        for (const priced of calls) {
          for (let counter = 0; counter < COUNTERS.length; counter++) {
            expect(there?.priceOf(priced, counter)).toBe(back?.priceOf(priced, counter));
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('has no named tier that takes a long call for a short one', () => {
    const oneBound = book.map((one) => ({
      ...one,
      entries: one.entries.map(({ completionOver: _bound, timeBand: _band, ...rest }) => rest),
    }));
    fc.assert(
      fc.property(oneBound, call, (one, priced) => {
        fc.pre(without(one, 'tie') && without(one, 'missing_band'));
        const lookup = compilePriceBook(one, calendars);
        for (const name of CLASSES) {
          const counter = counterIndex(name) as number;
          const own = winner(one, lookup, priced, counter);
          const plain = winner(one, lookup, { ...priced, serviceTier: 'standard' }, counter);
          if (own?.serviceTier === undefined || plain === undefined) continue;
          expect(own.promptOver ?? -1).toBeGreaterThanOrEqual(plain.promptOver ?? -1);
        }
      }),
      { numRuns: 600 },
    );
  });

  it('prices no class of an exact model by a pattern while it prices another by name', () => {
    fc.assert(
      fc.property(book, call, (one, priced) => {
        fc.pre(without(one, 'tie') && without(one, 'missing_class'));
        const lookup = compilePriceBook(one, calendars);
        const winners = CLASSES.map((name) => winner(one, lookup, priced, counterIndex(name) as number));
        const byName = winners.some((entry) => entry?.model === priced.model);
        const byPattern = winners.filter((entry) => entry !== undefined && entry.model !== priced.model);
        if (byName) expect(byPattern).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });
});
