import fc from 'fast-check';
import { ADJUSTMENT_KINDS } from '../catalogue';
import { fenToPico } from '../kernel';
import { imbalance } from '../ledger';
import { adjustedAmount, adjustmentPostings, checkRefund, checkWriteOff } from './account-adjustment';

const kind = fc.constantFrom(...ADJUSTMENT_KINDS);
const fen = fc.bigInt({ min: 1n, max: 10n ** 15n });
const rate = fc
  .integer({ min: 0, max: 999_999 })
  .map((millionths) => `0.${String(millionths).padStart(6, '0')}`);

describe('an adjustment by hand', () => {
  it('balances, moves the receivable by its gross, and bears no more tax than it has', () => {
    fc.assert(
      fc.property(kind, fen, rate, (of, gross, vatRate) => {
        const amount = adjustedAmount(of, gross, vatRate);
        expect(amount.netFen >= 0n && amount.netFen <= gross).toBe(true);
        const lines = adjustmentPostings(amount, 'CNY');
        expect([...imbalance(lines)]).toEqual([]);
        const owed = lines.find(({ account }) => account === 'receivable')?.amount;
        const owesMore = of === 'manual_debit' || of === 'refund';
        expect(owed).toBe(fenToPico(owesMore ? gross : -gross));
        const isTaxed = lines.some(({ account }) => account === 'tax_payable');
        expect(isTaxed).toBe(of !== 'refund' && of !== 'write_off' && amount.netFen !== gross);
      }),
    );
  });

  it('a debit takes back a credit of the same amount, line by line', () => {
    fc.assert(
      fc.property(fen, rate, (gross, vatRate) => {
        const credit = adjustmentPostings(adjustedAmount('manual_credit', gross, vatRate), 'CNY');
        const debit = adjustmentPostings(adjustedAmount('manual_debit', gross, vatRate), 'CNY');
        expect(debit).toEqual(credit.map((line) => ({ ...line, amount: -line.amount })));
      }),
    );
  });

  it('refunds what was paid and is in credit, and not a fen more', () => {
    const money = fc.record({
      owed: fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
      paidFen: fen,
      refundedFen: fen,
    });
    fc.assert(
      fc.property(money, fen, (account, gross) => {
        const isPaid = account.refundedFen + gross <= account.paidFen;
        const isInCredit = account.owed + fenToPico(gross) <= 0n;
        expect(checkRefund(gross, account).ok).toBe(isPaid && isInCredit);
      }),
    );
  });

  it('writes off what is owed, and not a fen more', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fen, (owed, gross) => {
        expect(checkWriteOff(gross, { owed }).ok).toBe(fenToPico(gross) <= owed);
      }),
    );
  });

  it('of nothing, or of less, is a bug', () => {
    for (const gross of [0n, -1n]) expect(() => adjustedAmount('goodwill', gross)).toThrow('fen');
  });
});
