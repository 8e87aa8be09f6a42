import fc from 'fast-check';
import { PLAIN_KEY, type FocusCharge } from './focus-charge';
import { isProduct, pricing } from './focus-pricing';

const CHARGE: FocusCharge = {
  ...PLAIN_KEY,
  category: 'Usage',
  frequency: 'Usage-Based',
  description: '',
  periodStart: 0,
  periodEnd: 1,
  currency: 'CNY',
  plan: 'gold',
  counter: 'output',
  priceId: '',
  quantity: 0n,
  commitmentMilli: 0n,
  billed: 0n,
  effective: 0n,
  effectiveLedger: 0n,
};
const quantity = fc.bigInt(-(10n ** 13n), 10n ** 13n);
const amount = fc.bigInt(-(10n ** 19n), 10n ** 19n);

describe('quantity times price', () => {
  it('is the cost, to the last digit, whatever was charged', () => {
    fc.assert(
      fc.property(
        quantity,
        amount,
        fc.constantFrom('output', 'requests', null),
        (tokens, effective, counter) => {
          const row = pricing({ ...CHARGE, quantity: tokens, effective, counter });
          const [price = '', many = '', cost = ''] = [
            'ContractedUnitPrice',
            'PricingQuantity',
            'ContractedCost',
          ].map((name) => row[name] ?? '');
          expect(price.startsWith('-')).toBe(false);
          expect(isProduct(price, many, cost)).toBe(true);
        },
      ),
    );
  });

  it('is what was charged, where a book says the price', () => {
    fc.assert(
      fc.property(quantity, fc.bigInt(0n, 10n ** 12n), (tokens, picoPerUnit) => {
        const billed = tokens * picoPerUnit;
        const row = pricing({ ...CHARGE, quantity: tokens, picoPerUnit, billed, effective: billed });
        expect(
          isProduct(row['ListUnitPrice'] ?? '', row['PricingQuantity'] ?? '', row['ListCost'] ?? ''),
        ).toBe(true);
        const [whole = '', places = ''] = (row['ListCost'] ?? '').split('.');
        expect(BigInt(whole + places.padEnd(12, '0'))).toBe(billed);
      }),
    );
  });
});
