import fc from 'fast-check';
import type { PriceBook, PriceEntry, TimeBand } from '../catalogue';
import { formatScaled } from '../kernel';
import { COUNTERS, countsOf, type Counter } from '../usage';
import { changePrices } from './change-prices';
import { livingBook } from './dated-entries';
import { compilePriceBook, type PricedCall } from './price-lookup';
import { raisesPrice } from './raises-price';

const FROM = Date.parse('2026-10-28T00:00:00Z');
const MINUTES = 10 * 24 * 60;
const BOUNDARIES = ['2026-10-29T12:00:00Z', '2026-10-31T00:00:00Z', '2026-11-03T00:00:00Z'] as const;

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 1 });
const given = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

const named = fc.constantFrom<Record<string, string>>({ speed: 'fast' }, { region: 'cn' }, { region: 'us' });
const price = fc.constantFrom('0', '1', '1.5', '2', '4');
const band = fc.constantFrom<TimeBand>(
  { from: '06:30', to: '21:15' },
  { from: '00:00', to: '24:00', days: [6, 7] },
);
const entry: fc.Arbitrary<PriceEntry> = fc
  .record({
    model: fc.constantFrom('glm-5', 'glm-*', '*-5', '*'),
    class: fc.constantFrom<Counter>(
      'input',
      'cached_input',
      'cache_write',
      'cache_write_1h',
      'output',
      'requests',
    ),
    price,
    effectiveFrom: fc.constantFrom('2026-01-01T00:00:00Z', '2026-06-01T00:00:00Z', ...BOUNDARIES.slice(0, 2)),
    effectiveTo: maybe(fc.constantFrom(...BOUNDARIES.slice(1))),
    serviceTier: maybe(fc.constantFrom('batch', 'standard')),
    when: maybe(named),
    promptOver: maybe(fc.constantFrom(0, 10)),
    timeBand: maybe(band),
  })
  .map((fields) => given(fields) as PriceEntry);
const multiplier = fc.record({
  model: fc.constantFrom('*', 'glm-*'),
  when: named,
  factor: fc.constantFrom('0', '0.5', '1', '1.333333333', '2'),
});
const bookOf = (entries: PriceEntry[], multipliers: PriceBook['multipliers']): PriceBook => ({
  code: 'book',
  zone: 'Asia/Shanghai',
  currency: 'CNY',
  entries,
  multipliers,
  tiers: [],
});

/** Two prices of the same rank that begin together are a tie, and are never saved. */
const isSaved = ({ entries }: PriceBook): boolean =>
  new Set(entries.map(({ price: _price, effectiveTo: _to, ...rest }) => JSON.stringify(rest))).size ===
  entries.length;

const book = fc
  .tuple(fc.array(entry, { maxLength: 6 }), fc.array(multiplier, { maxLength: 2 }))
  .map(([entries, multipliers]) => bookOf(entries, multipliers))
  .filter(isSaved);

/** A price more, less or another, or with another beginning. */
const after = (before: PriceBook): fc.Arbitrary<PriceBook> =>
  fc
    .record({
      drop: fc.integer({ min: 0, max: 12 }),
      add: fc.array(entry, { maxLength: 1 }),
      change: fc.integer({ min: 0, max: 8 }),
      to: fc.record({
        price,
        effectiveFrom: fc.constantFrom('2026-01-01T00:00:00Z', '2026-10-01T00:00:00Z'),
      }),
      multipliers: fc.oneof(fc.constant(before.multipliers), fc.array(multiplier, { maxLength: 2 })),
    })
    .map(({ drop, add, change, to, multipliers }) =>
      bookOf(
        [
          ...before.entries
            .map((one, index) => (index === change ? { ...one, ...to } : one))
            .filter((_, index) => index !== drop),
          ...add,
        ],
        multipliers,
      ),
    )
    .filter(isSaved);

const call: fc.Arbitrary<PricedCall> = fc
  .record({
    minute: fc.integer({ min: 0, max: MINUTES }),
    model: fc.constantFrom('glm-5', 'glm-6', 'kimi-5', 'kimi'),
    serviceTier: fc.constantFrom('standard', 'batch'),
    dimensions: fc.constantFrom<Record<string, string>>(
      {},
      { speed: 'fast' },
      { region: 'cn', speed: 'fast' },
    ),
    input: fc.constantFrom(0, 5, 11),
  })
  .map(({ minute, input, ...own }) => ({ ...own, at: FROM + minute * 60_000, counts: countsOf({ input }) }));

/** Whether some of the calls is dearer in some class. */
const isDearer = (before: PriceBook, later: PriceBook, calls: readonly PricedCall[]): boolean => {
  const [was, is] = [compilePriceBook(before), compilePriceBook(later)];
  return calls.some((one) =>
    COUNTERS.some((_, counter) => {
      const [old, now] = [was.priceOf(one, counter), is.priceOf(one, counter)];
      return old !== undefined && now !== undefined && now > old;
    }),
  );
};

describe('whether a book raises a price', () => {
  it('is never denied of one that charges a call more', () => {
    const changes = book.chain((before) => fc.tuple(fc.constant(before), after(before)));
    fc.assert(
      fc.property(changes, fc.array(call, { minLength: 20, maxLength: 40 }), ([before, later], calls) => {
        if (isDearer(before, later, calls)) expect(raisesPrice(before, later, FROM)).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });

  it('is denied of the same prices in another order, and of those that ended before', () => {
    fc.assert(
      fc.property(book, entry, (before, gone) => {
        const ended = { ...gone, effectiveFrom: '2025-01-01T00:00:00Z', effectiveTo: '2026-10-28T00:00:00Z' };
        const same = { ...before, entries: [ended, ...before.entries.toReversed()] };
        expect(raisesPrice(before, same, FROM)).toBe(false);
        expect(raisesPrice(same, before, FROM)).toBe(false);
      }),
    );
  });

  it('follows the sign of a change by per cent', () => {
    const percent = fc.integer({ min: -999_999, max: 999_999 });
    fc.assert(
      fc.property(book, percent, (before, scaled) => {
        const changed = changePrices(before, { percent: formatScaled(BigInt(scaled), 4), from: FROM });
        if (!changed.ok) throw new Error(changed.refusal);
        const isDear = livingBook(before, FROM).entries.some(
          ({ price: was, effectiveFrom, effectiveTo = BOUNDARIES[2] }, index) =>
            Date.parse(effectiveFrom) < Date.parse(effectiveTo) &&
            Number(changed.value.body.entries[index]?.price) > Number(was),
        );
        expect(raisesPrice(before, changed.value.body, FROM)).toBe(isDear);
      }),
    );
  });
});
