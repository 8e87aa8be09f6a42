import fc from 'fast-check';
import { fenToPico } from '@ciyuan/core/kernel';
import { PaidMarket } from '../support/paid-market';

const DOCUMENTS = [null, '2026-CNY-000003', '2026-CNY-000005', 'unknown'];
const GROSS_FEN = 2_080n + 990n;

type Step = readonly [kind: 'pay' | 'bounce' | 'allocate', which: number, fen: number];
const step: fc.Arbitrary<Step> = fc.tuple(
  fc.constantFrom('pay', 'pay', 'bounce', 'allocate'),
  fc.nat({ max: 20 }),
  fc.integer({ min: 1, max: 2_500 }),
);

/** In any order of payments, reversals and allocations, one after another and beside each other. */
describe('allocations', () => {
  let market: PaidMarket;
  const standing = new Map<number, bigint>();
  beforeAll(async () => {
    market = await PaidMarket.open();
  });
  afterAll(() => market.stop());

  async function take([kind, which, fen]: Step): Promise<void> {
    const document = DOCUMENTS[which % DOCUMENTS.length] ?? null;
    const number = [...standing.keys()][which % Math.max(standing.size, 1)];
    if (kind === 'pay') {
      const paid = await market.pay(
        `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`,
        document,
      );
      standing.set(paid, BigInt(fen));
    } else if (number !== undefined && kind === 'bounce') {
      standing.delete(number);
      await market.bounce(number);
    } else if (number !== undefined) await market.allocate(number, document);
  }

  it('never exceed payments or invoices, and what is open is what was billed less what they put to it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        for (const one of steps) await take(one);
        const { documents, unallocatedFen, balances } = await market.read();
        const paidFen = [...standing.values()].reduce((sum, fen) => sum + fen, 0n);
        const openFen = documents.reduce((sum, one) => sum + one.openFen, 0n);
        for (const one of documents) {
          expect(one.paidFen).toBeGreaterThanOrEqual(0n);
          expect(one.paidFen).toBeLessThanOrEqual(one.grossFen);
        }
        expect(unallocatedFen).toBeGreaterThanOrEqual(0n);
        expect(openFen).toBe(GROSS_FEN - (paidFen - unallocatedFen));
        expect(balances[0]?.owed).toBe(fenToPico(openFen - unallocatedFen));
      }),
      { numRuns: 12 },
    );
    expect(await market.story.market.violations()).toEqual([]);
  }, 120_000);

  it('of payments that come at once none takes what another one has', async () => {
    await Promise.all(['9.90', '9.90', '20.80', '30.00'].map((amount) => market.pay(amount)));
    const { documents } = await market.read();
    for (const one of documents) expect(one.paidFen).toBeLessThanOrEqual(one.grossFen);
    expect(await market.story.market.violations()).toEqual([]);
  });
});
