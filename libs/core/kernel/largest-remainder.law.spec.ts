import fc from 'fast-check';
import { apportion } from './largest-remainder';
import { compare, floor, ratio, round, subtract, sum, type Ratio } from './ratio';

const parts = fc.array(
  fc
    .tuple(fc.bigInt({ min: -1_000_000n, max: 1_000_000n }), fc.bigInt({ min: 1n, max: 1_000n }))
    .map(([n, d]) => ratio(n, d)),
  { maxLength: 12 },
);

const rest = (exact: Ratio): Ratio => subtract(exact, ratio(floor(exact)));

describe('largest remainder', () => {
  it('adds up, with no figure a whole unit off', () => {
    fc.assert(
      fc.property(parts, (exact) => {
        const total = round(sum(exact));
        const whole = apportion(exact, total);
        expect(whole.reduce((a, b) => a + b, 0n)).toBe(total);
        exact.forEach((part, i) => {
          const up = (whole[i] as bigint) - floor(part);
          expect(up === 0n || (up === 1n && rest(part).n > 0n)).toBe(true);
        });
      }),
    );
  });

  it('never prefers the smaller rest', () => {
    fc.assert(
      fc.property(parts, (exact) => {
        const whole = apportion(exact, round(sum(exact)));
        const raised = exact.filter((part, i) => whole[i] !== floor(part)).map(rest);
        const left = exact.filter((part, i) => whole[i] === floor(part)).map(rest);
        expect(raised.every((up) => left.every((down) => compare(up, down) >= 0))).toBe(true);
      }),
    );
  });
});
