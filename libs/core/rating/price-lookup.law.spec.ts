import fc from 'fast-check';
import { applies, lineOf, yuanOf } from '../../../test/support/price-reference';
import type { PriceBook, PriceEntry, TimeBand } from '../catalogue';
import { formatScaled } from '../kernel';
import { COUNTERS, countsOf, isToken, type Counter } from '../usage';
import { compilePriceBook, type PricedCall } from './price-lookup';
import { rateLines, totalOf } from './rate-counts';

/** Within the week that follows, New York puts its clocks back. */
const START = Date.parse('2026-10-28T00:00:00Z');
const MINUTES = 7 * 24 * 60;
const BOUNDARIES = ['2026-10-29T12:00:00Z', '2026-10-31T00:00:00Z', '2026-11-01T00:00:00Z'] as const;

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 1 });
const given = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

const named = fc.constantFrom<Record<string, string>>(
  {},
  { speed: 'fast' },
  { region: 'cn' },
  { region: 'us' },
  { speed: 'fast', region: 'cn' },
);
const clock = fc.constantFrom('00:00', '06:30', '12:00', '21:15', '24:00');
const days = fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 });
const band = fc
  .record({ from: clock, to: clock, days: maybe(days) })
  .map((fields) => given(fields) as TimeBand);
const classes = fc.constantFrom<Counter>(
  ...(['input', 'cached_input', 'cache_write', 'cache_write_1h', 'output', 'reasoning', 'requests'] as const),
);
const entry: fc.Arbitrary<PriceEntry> = fc
  .record({
    model: fc.constantFrom('glm-5', 'glm-*', '*', '*-5', 'g*5', 'kimi'),
    class: classes,
    price: fc.bigInt({ min: 0n, max: 90_000_000n }).map((micro) => formatScaled(micro, 6)),
    effectiveFrom: fc.constantFrom('2026-01-01T00:00:00Z', ...BOUNDARIES.slice(0, 2)),
    effectiveTo: maybe(fc.constantFrom(...BOUNDARIES.slice(1))),
    serviceTier: maybe(fc.constantFrom('batch', 'standard')),
    when: maybe(named),
    promptOver: maybe(fc.constantFrom(0, 10, 30)),
    completionOver: maybe(fc.constantFrom(0, 10)),
    timeBand: maybe(band),
  })
  .map((fields) => given(fields) as PriceEntry);
const book: fc.Arbitrary<PriceBook> = fc.record({
  code: fc.constant('book'),
  zone: fc.constantFrom('Asia/Shanghai', 'America/New_York'),
  currency: fc.constant('CNY'),
  entries: fc.array(entry, { maxLength: 12 }),
  multipliers: fc.array(
    fc.record({
      model: fc.constantFrom('*', 'glm-*', 'kimi'),
      when: named,
      factor: fc.constantFrom('0', '0.5', '1.1', '1.333333333', '2'),
    }),
    { maxLength: 3 },
  ),
  tiers: fc.constant([]),
});

const USED = ['input', 'cached_input', 'cache_write_1h', 'output', 'reasoning', 'video_output', 'requests'];
const count = fc.constantFrom(0, 0, 5, 20, 1_000_000);
const call: fc.Arbitrary<PricedCall> = fc.record({
  at: fc.oneof(
    fc.nat(MINUTES).map((minutes) => START + minutes * 60_000),
    fc.constantFrom(...BOUNDARIES).map((text) => Date.parse(text)),
  ),
  model: fc.constantFrom('glm-5', 'glm-4', 'kimi', 'gpt-5'),
  serviceTier: fc.constantFrom('standard', 'batch', 'other'),
  dimensions: fc.oneof(named, fc.constant({ region: 'us', speed: 'fast', chip: 'x' })),
  counts: fc
    .array(count, { minLength: USED.length, maxLength: USED.length })
    .map((all) => countsOf(Object.fromEntries(USED.map((name, index) => [name, all[index]])))),
});

const runs = { numRuns: 400 };

describe('price lookup', () => {
  it('finds what filtering and sorting all entries finds', () => {
    fc.assert(
      fc.property(book, call, (own, priced) => {
        const lookup = compilePriceBook(own);
        COUNTERS.forEach((counter, index) => {
          const picoPerYuan = isToken(index) ? 1e6 : 1e12;
          const expected = yuanOf(own, priced, counter)?.mul(picoPerYuan).toFixed();
          expect([counter, lookup.priceOf(priced, index)?.toString()]).toEqual([counter, expected]);
        });
      }),
      runs,
    );
  });

  it('gives a price where an entry of the class or of an ancestor applies, and nowhere else', () => {
    fc.assert(
      fc.property(book, call, (own, priced) => {
        const lookup = compilePriceBook(own);
        COUNTERS.forEach((counter, index) => {
          const line: readonly string[] = lineOf(counter);
          const isPriced = own.entries.some(
            (one) => line.includes(one.class) && applies(one, own.zone, priced),
          );
          expect(lookup.priceOf(priced, index) !== undefined).toBe(isPriced);
        });
      }),
      runs,
    );
  });

  it('does not change when an entry is added that does not apply', () => {
    fc.assert(
      fc.property(book, entry, fc.nat(12), call, (own, added, place, priced) => {
        fc.pre(!applies(added, own.zone, priced));
        const before = compilePriceBook(own);
        const after = compilePriceBook({ ...own, entries: own.entries.toSpliced(place, 0, added) });
        COUNTERS.forEach((_, index) =>
          expect(after.priceOf(priced, index)).toBe(before.priceOf(priced, index)),
        );
      }),
      runs,
    );
  });

  it('rates counts in two parts as in one, with the prices of the whole call', () => {
    const cuts = fc.array(fc.nat(1_000_000), { minLength: COUNTERS.length, maxLength: COUNTERS.length });
    fc.assert(
      fc.property(book, call, cuts, (own, priced, cut) => {
        const lookup = compilePriceBook(own);
        const first = priced.counts.map((all, index) => Math.min(all, cut[index] as number));
        const second = priced.counts.map((all, index) => all - (first[index] as number));
        const whole = rateLines(lookup, priced, priced.counts);
        const parts = [rateLines(lookup, priced, first), rateLines(lookup, priced, second)];
        const rated = parts.flatMap((part) => (part.ok ? [totalOf(part.lines)] : []));
        expect(rated.length === 2).toBe(whole.ok);
        if (whole.ok) expect(rated.reduce((sum, one) => sum + one, 0n)).toBe(totalOf(whole.lines));
      }),
      runs,
    );
  });
});
