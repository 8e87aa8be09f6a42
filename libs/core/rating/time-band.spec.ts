import { compilePriceBook } from './price-lookup';

const BEGIN = '2026-01-01T00:00:00+08:00';

/** Whether a price in the band is found at the instant; the book's clock is Shanghai's. */
function isPriced(timeBand: { from: string; to: string; days?: readonly number[] }, at: string): boolean {
  const entry = { model: '*', class: 'input', price: '1', effectiveFrom: BEGIN, timeBand };
  const book = compilePriceBook({
    zone: 'Asia/Shanghai',
    currency: 'CNY',
    entries: [entry],
    multipliers: [],
  });
  const call = { at: Date.parse(at), model: 'm', serviceTier: 'standard', dimensions: {}, counts: [1] };
  return book.priceOf(call, 0) !== undefined;
}

describe('a time band', () => {
  it.each<[string, string, string, readonly number[] | undefined, string, boolean]>([
    ['begins at its first minute', '08:00', '20:00', undefined, '2026-10-07T08:00:00+08:00', true],
    ['has not begun a moment before', '08:00', '20:00', undefined, '2026-10-07T07:59:59.999+08:00', false],
    ['has ended at its last', '08:00', '20:00', undefined, '2026-10-07T20:00:00+08:00', false],
    ['lasts to the end of the day', '20:00', '24:00', undefined, '2026-10-07T23:59:59.999+08:00', true],
    ['is not the next day’s', '20:00', '24:00', undefined, '2026-10-08T00:00:00+08:00', false],
    ['wraps midnight, before it', '22:00', '06:00', undefined, '2026-10-07T23:30:00+08:00', true],
    ['wraps midnight, after it', '22:00', '06:00', undefined, '2026-10-07T05:59:00+08:00', true],
    ['wraps midnight, and ends', '22:00', '06:00', undefined, '2026-10-07T06:00:00+08:00', false],
    ['is the whole day', '06:00', '06:00', undefined, '2026-10-07T05:59:00+08:00', true],
    ['is on its weekday', '00:00', '24:00', [3], '2026-10-07T12:00:00+08:00', true],
    ['is not on another', '00:00', '24:00', [1, 2, 4, 5, 6, 7], '2026-10-07T12:00:00+08:00', false],
    [
      'that wraps is of the local date after midnight',
      '22:00',
      '06:00',
      [4],
      '2026-10-08T01:00:00+08:00',
      true,
    ],
    ['that wraps is not of the day it began on', '22:00', '06:00', [3], '2026-10-08T01:00:00+08:00', false],
    ['reads the clock of the book’s zone', '08:00', '09:00', [4], '2026-10-08T00:30:00Z', true],
    ['is on a Sunday', '00:00', '00:00', [7], '2026-10-11T00:00:00+08:00', true],
  ])('%s', (_what, from, to, days, at, isIn) => {
    expect(isPriced({ from, to, ...(days && { days }) }, at)).toBe(isIn);
  });
});
