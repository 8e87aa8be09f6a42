import { COUNTERS, countsOf, type Counter } from '../usage';
import { compilePriceBook, type PricedCall } from './price-lookup';
import { rateLines, totalOf, type RatedLines } from './rate-counts';

const EFFECTIVE = { model: '*', effectiveFrom: '2026-01-01T00:00:00+08:00' };
const IMAGES = COUNTERS.indexOf('images');
const LONG_CALL: PricedCall = {
  at: Date.parse('2026-10-07T12:00:00+08:00'),
  model: 'glm-5',
  serviceTier: 'standard',
  dimensions: {},
  counts: countsOf({ input: 1_000 }),
};

const prices = compilePriceBook({
  zone: 'Asia/Shanghai',
  currency: 'CNY',
  entries: [
    { ...EFFECTIVE, class: 'input', price: '1' },
    { ...EFFECTIVE, class: 'input', price: '2.5', promptOver: 999 },
    { ...EFFECTIVE, class: 'images', price: '0.04' },
  ],
  multipliers: [],
});
const rate = (counts: Readonly<Partial<Record<Counter, number>>>): RatedLines =>
  rateLines(prices, LONG_CALL, countsOf(counts));

describe('rating counts', () => {
  it('makes a line of each counter with a quantity, in canonical order, at the prices of the whole call', () => {
    const rated = rate({ images: 3, cached_input: 7, input: 10 });
    expect(rated).toEqual({
      ok: true,
      lines: [
        { counter: 0, quantity: 10, picoPerUnit: 2_500_000n, amount: 25_000_000n },
        { counter: 1, quantity: 7, picoPerUnit: 2_500_000n, amount: 17_500_000n },
        { counter: IMAGES, quantity: 3, picoPerUnit: 40_000_000_000n, amount: 120_000_000_000n },
      ],
    });
    expect(rated.ok && totalOf(rated.lines)).toBe(120_042_500_000n);
  });

  it('names the first counter in canonical order that has a quantity and no price', () => {
    expect(rate({ pages: 1, output: 1 })).toEqual({ ok: false, unpriced: COUNTERS.indexOf('output') });
    expect(rate({ pages: 1 })).toEqual({ ok: false, unpriced: COUNTERS.indexOf('pages') });
    expect(rate({ output: 0 })).toEqual({ ok: true, lines: [] });
  });
});
