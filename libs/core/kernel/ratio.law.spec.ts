import fc from 'fast-check';
import {
  add,
  compare,
  divide,
  floor,
  max,
  min,
  multiply,
  ratio,
  ratioOf,
  round,
  subtract,
  sum,
  ZERO,
} from './ratio';

const ratios = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 12n }))
  .map(([n, d]) => ratio(n, d));

describe('ratios', () => {
  it('obey the laws of fractions', () => {
    fc.assert(
      fc.property(ratios, ratios, ratios, (a, b, c) => {
        expect(add(a, b)).toEqual(add(b, a));
        expect(add(add(a, b), c)).toEqual(add(a, add(b, c)));
        expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
        expect(subtract(add(a, b), b)).toEqual(a);
        if (b.n !== 0n) expect(multiply(divide(a, b), b)).toEqual(a);
        expect(sum([a, b, c])).toEqual(add(a, add(b, c)));
      }),
    );
  });

  it('are kept in lowest terms, with a positive denominator', () => {
    fc.assert(
      fc.property(ratios, fc.bigInt({ min: -1000n, max: 1000n }), (a, factor) => {
        if (factor !== 0n) expect(ratio(a.n * factor, a.d * factor)).toEqual(a);
        expect(a.d > 0n).toBe(true);
      }),
    );
  });

  it('are ordered', () => {
    fc.assert(
      fc.property(ratios, ratios, (a, b) => {
        expect(Math.sign(compare(a, b))).toBe(Number(subtract(a, b).n > 0n) - Number(subtract(a, b).n < 0n));
        expect(add(min(a, b), max(a, b))).toEqual(add(a, b));
        expect(compare(min(a, b), max(a, b))).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('round to the nearest whole number and down to the one below', () => {
    fc.assert(
      fc.property(ratios, (a) => {
        const below = subtract(a, ratio(floor(a)));
        expect(below.n >= 0n && below.n < below.d).toBe(true);
        const off = subtract(a, ratio(round(a)));
        expect(2n * (off.n < 0n ? -off.n : off.n) <= off.d).toBe(true);
        const opposite = round({ n: -a.n, d: a.d });
        expect(opposite + round(a)).toBe(0n);
      }),
    );
  });
});

it.each([
  ['0.06', ratio(3n, 50n)],
  ['-1.50', ratio(-3n, 2n)],
  ['33.333333', ratio(33_333_333n, 1_000_000n)],
  ['0', ZERO],
])('%s is read exactly', (text, expected) => {
  expect(ratioOf(text)).toEqual(expected);
});

it('nothing is divided by zero, and no text read that is no decimal', () => {
  expect(() => ratio(1n, 0n)).toThrow(RangeError);
  expect(() => divide(ratio(1n), ZERO)).toThrow(RangeError);
  expect(() => ratioOf('1/3')).toThrow(RangeError);
});
