import fc from 'fast-check';
import { breakage, recognised, recogniseDraw } from './recognition';

const grants = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 16n }), fc.bigInt({ min: 1n, max: 10n ** 13n }))
  .chain(([price, granted]) =>
    fc
      .array(fc.bigInt({ min: 0n, max: granted }), { maxLength: 8 })
      .map((positions) => ({ price, granted, positions })),
  );

describe('recognition', () => {
  it('never exceeds the price, and with the breakage is exactly the price', () => {
    fc.assert(
      fc.property(grants, ({ price, granted, positions }) => {
        for (const consumed of positions) {
          const sofar = recognised(price, granted, consumed);
          expect(sofar >= 0n && sofar <= price).toBe(true);
          expect(sofar + breakage(price, granted, consumed)).toBe(price);
        }
      }),
    );
  });

  it('exhausts exactly, however the draws and returns were cut', () => {
    fc.assert(
      fc.property(grants, ({ price, granted, positions }) => {
        let total = 0n;
        let position = 0n;
        for (const next of [...positions, granted]) {
          total += recogniseDraw(price, granted, position, next);
          position = next;
        }
        expect(total).toBe(price);
      }),
    );
  });

  it('grows with consumption', () => {
    fc.assert(
      fc.property(grants, ({ price, granted, positions }) => {
        const ordered = [...positions].sort((a, b) => (a < b ? -1 : 1));
        const sums = ordered.map((consumed) => recognised(price, granted, consumed));
        expect(sums.every((sum, i) => i === 0 || sum >= (sums[i - 1] as bigint))).toBe(true);
      }),
    );
  });
});
