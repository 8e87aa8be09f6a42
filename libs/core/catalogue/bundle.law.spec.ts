import fc from 'fast-check';
import { formatFen, parseFen } from '../kernel';
import { allocatePrice, type Bundle } from './bundle';

const bundles: fc.Arbitrary<Bundle> = fc
  .array(fc.bigInt({ min: 1n, max: 10n ** 13n }), { minLength: 2, maxLength: 9 })
  .map((prices) => ({
    parts: prices.map((price, index) => ({
      code: `p${index}`,
      name: `p${index}`,
      kind: index === 0 ? 'tokens' : 'product',
      standAlonePrice: formatFen(price),
    })),
  }));
const price = fc.bigInt({ min: 0n, max: 10n ** 14n });

describe('the price of a bundle', () => {
  it('is the sum of its parts, none of which is a fen off its share', () => {
    fc.assert(
      fc.property(bundles, price, (bundle, priceFen) => {
        const parts = allocatePrice(bundle, priceFen);
        expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(priceFen);
        const weights = bundle.parts.map(({ standAlonePrice }) => parseFen(standAlonePrice));
        const total = weights.reduce((sum, weight) => sum + weight, 0n);
        parts.forEach((part, index) => {
          const off = part * total - priceFen * (weights[index] as bigint);
          expect(off < total && off > -total).toBe(true);
        });
      }),
    );
  });
});
