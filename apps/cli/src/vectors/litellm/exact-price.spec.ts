import { PER_MILLION, PER_UNIT, exactPrice } from './exact-price';

describe('a price of the list', () => {
  it.each<[unknown, number, string]>([
    [3e-6, PER_MILLION, '3'],
    [2.5e-6, PER_MILLION, '2.5'],
    [0.000003, PER_MILLION, '3'],
    [3.625e-9, PER_MILLION, '0.003625'],
    ['0.000000003625', PER_MILLION, '0.003625'],
    [1e-12, PER_MILLION, '0.000001'],
    [0, PER_MILLION, '0'],
    [2, PER_MILLION, '2000000'],
    ['2.50e-6', PER_MILLION, '2.5'],
    [1.5e-5, PER_UNIT, '0.000015'],
    [0.04, PER_UNIT, '0.04'],
  ])('%p moved by %i places is %s, exactly', (value, shift, price) => {
    expect(exactPrice(value, shift)).toEqual({ ok: true, value: price });
  });

  it.each<[unknown, number, RegExp]>([
    [1e-13, PER_MILLION, /six decimals/],
    [3.0001999999999996e-7, PER_MILLION, /six decimals/],
    [2.4e-7, PER_UNIT, /six decimals/],
    [-1e-6, PER_MILLION, /not 0 or more/],
    [NaN, PER_MILLION, /not 0 or more/],
    [Infinity, PER_MILLION, /not 0 or more/],
    [1e-300, PER_MILLION, /not 0 or more/],
    ['', PER_MILLION, /not 0 or more/],
    ['free', PER_MILLION, /not 0 or more/],
    [null, PER_MILLION, /not 0 or more/],
    [{ high: 1 }, PER_MILLION, /not 0 or more/],
  ])('%p moved by %i places is refused', (value, shift, reason) => {
    expect(exactPrice(value, shift)).toEqual({ ok: false, refusal: expect.stringMatching(reason) as string });
  });
});
