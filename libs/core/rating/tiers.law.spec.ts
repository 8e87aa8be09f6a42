import fc from 'fast-check';
import type { TierComponent } from '../catalogue';
import { checkTierComponent } from './check-tiers';
import { chargeBetween, tierSlice, totalCharge } from './tiers';

const prices = fc.bigInt({ min: 0n, max: 30_000_000n });
const fees = fc.bigInt({ min: 0n, max: 10n ** 13n });
const quantities = fc.bigInt({ min: 0n, max: 3_000n });

const bounds = fc
  .uniqueArray(fc.integer({ min: 1, max: 2_000 }), { maxLength: 4 })
  .map((all): (bigint | null)[] => [...all.sort((a, b) => a - b).map(BigInt), null]);

const ladders = bounds.chain((all) =>
  fc.tuple(
    ...all.map((upTo) => fc.record({ upTo: fc.constant(upTo), unitPricePico: prices, flatFeePico: fees })),
  ),
);

const components: fc.Arbitrary<TierComponent> = fc.oneof(
  ladders.map((tiers): TierComponent => ({ mode: 'graduated', tiers })),
  ladders.map((tiers): TierComponent => ({ mode: 'volume', tiers })),
  ladders.map((tiers): TierComponent => ({ mode: 'stairstep', tiers })),
  fc.record({
    mode: fc.constant('package' as const),
    packageSize: fc.bigInt({ min: 1n, max: 700n }),
    packagePricePico: fees,
    freeUnits: fc.bigInt({ min: 0n, max: 900n }),
  }),
);

describe('tiers', () => {
  it('charge in two parts what they charge in one', () => {
    fc.assert(
      fc.property(components, quantities, quantities, quantities, (component, from, middle, to) => {
        const inParts = chargeBetween(component, from, middle) + chargeBetween(component, middle, to);
        expect(inParts).toBe(chargeBetween(component, from, to));
      }),
    );
  });

  it('charge for any cut of a quantity its total, and nothing for what is given back', () => {
    fc.assert(
      fc.property(components, fc.array(quantities, { maxLength: 8 }), (component, cut) => {
        let position = 0n;
        let charged = 0n;
        for (const quantity of cut) {
          charged += chargeBetween(component, position, position + quantity);
          position += quantity;
        }
        expect(charged).toBe(totalCharge(component, position));
        expect(charged + chargeBetween(component, position, 0n)).toBe(0n);
      }),
    );
  });

  it('find the slice that the quantity lies in', () => {
    fc.assert(
      fc.property(components, quantities, (component, quantity) => {
        const { index, lower, upper } = tierSlice(component, quantity);
        if (index === undefined) expect(totalCharge(component, quantity)).toBe(0n);
        else expect(lower < quantity && (upper === null || quantity <= upper)).toBe(true);
      }),
    );
  });

  it('have no fault when they are built by rising bounds', () => {
    fc.assert(fc.property(components, (component) => checkTierComponent(component).length === 0));
  });
});

describe('a graduated ladder', () => {
  it('charges every unit at the price of its tier and each fee once', () => {
    fc.assert(
      fc.property(ladders, fc.integer({ min: 1, max: 300 }), (tiers, quantity) => {
        let charge = 0n;
        for (let unit = 1n; unit <= BigInt(quantity); unit++) {
          const index = tiers.findIndex(({ upTo }) => upTo === null || unit <= upTo);
          const lower = tiers[index - 1]?.upTo ?? 0n;
          charge +=
            (tiers[index]?.unitPricePico ?? 0n) +
            (unit === lower + 1n ? (tiers[index]?.flatFeePico ?? 0n) : 0n);
        }
        expect(totalCharge({ mode: 'graduated', tiers }, BigInt(quantity))).toBe(charge);
      }),
    );
  });
});
