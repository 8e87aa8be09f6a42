import fc from 'fast-check';
import type { ChargeExplanation } from '@ciyuan/core/charging';
import type { Plan, Version } from '@ciyuan/core/catalogue';
import { TOKEN_CLASSES, type UsageRecord } from '@ciyuan/core/usage';
import { chargesOfRecord } from './charges-of-record';

const PLAN = { id: 7, code: 'gold', body: { name: 'Gold', currency: 'CNY' } } as Version<Plan>;
const RECORD = { at: 0, model: 'm', vendor: 'v', computeOwner: 'o', chipKind: 'c' } as UsageRecord;

const covered = fc.uniqueArray(
  fc.record({
    counter: fc.constantFrom(...TOKEN_CLASSES),
    tokens: fc.integer({ min: 1, max: 1_000_000_000 }),
    coefficientMilli: fc.bigInt(0n, 5_000n),
  }),
  { minLength: 1, selector: ({ counter }) => counter },
);
const counts = fc.uniqueArray(
  fc.record({ counter: fc.constantFrom(...TOKEN_CLASSES), quantity: fc.integer({ min: 1, max: 1_000_000 }) }),
  { minLength: 1, selector: ({ counter }) => counter },
);
const amount = fc.bigInt(0n, 10n ** 16n);

describe('the classes of a record', () => {
  it('have what the record was charged and recognised, to the pico-yuan, and count its tokens', () => {
    fc.assert(
      fc.property(covered, counts, amount, amount, amount, (classes, beyond, gross, net, charged) => {
        const explanation = {
          grants: [
            { number: 3, planVersionId: 7, covered: classes, recognisedGross: gross, recognisedNet: net },
          ],
          overages: [
            ...[{ kind: 'usage', rating: 'base', planVersionId: 7, priceVersionId: 9, counts: beyond }].map(
              (one) => ({ ...one, lines: [], tiers: [], gross: charged }),
            ),
          ],
        } as unknown as ChargeExplanation;
        const charges = chargesOfRecord({
          account: 'wang',
          record: RECORD,
          explanation,
          isCorrection: false,
          isPaid: () => true,
          invoice: null,
          planOf: () => PLAN,
        });
        const sum = (name: 'billed' | 'effective' | 'effectiveLedger' | 'quantity'): bigint =>
          charges.reduce((total, charge) => total + charge[name], 0n);
        expect([sum('billed'), sum('effective'), sum('effectiveLedger')]).toEqual([
          charged,
          gross + charged,
          net + charged,
        ]);
        const tokens = [...classes.map((one) => one.tokens), ...beyond.map((one) => one.quantity)];
        expect(sum('quantity')).toBe(BigInt(tokens.reduce((total, count) => total + count, 0)));
      }),
    );
  });
});
