import fc from 'fast-check';
import { PICO_PER_FEN } from '../kernel';
import { LEDGER_ACCOUNTS } from './postings';
import { reversed, roundedBy, voucherLines, type ExactLine } from './voucher';

const amounts = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });
const vouchers: fc.Arbitrary<ExactLine[]> = fc
  .array(
    fc.record({ account: fc.constantFrom(...LEDGER_ACCOUNTS), party: fc.constant(null), amount: amounts }),
    {
      maxLength: 12,
    },
  )
  .map((lines) => [
    ...lines,
    { account: 'receivable', party: null, amount: -lines.reduce((sum, { amount }) => sum + amount, 0n) },
  ]);
const total = (all: readonly bigint[]): bigint => all.reduce((sum, one) => sum + one, 0n);

describe('a voucher', () => {
  it('balances in fen, stands for every exact amount, and rounds each by half a fen at most', () => {
    fc.assert(
      fc.property(vouchers, (exact) => {
        const lines = voucherLines(exact);
        expect(total(lines.map(({ fen }) => fen))).toBe(0n);
        const own = lines.filter(({ isRest }) => !isRest);
        expect(own.map(({ amount }) => amount)).toEqual(
          exact.map(({ amount }) => amount).filter((amount) => amount !== 0n),
        );
        for (const line of own) {
          const by = roundedBy(line);
          expect((by < 0n ? -by : by) * 2n <= PICO_PER_FEN).toBe(true);
        }
        const rest = lines.filter(({ isRest }) => isRest);
        expect(rest.length <= 1).toBe(true);
        expect(total(rest.map(roundedBy))).toBe(-total(own.map(roundedBy)));
      }),
    );
  });

  it('is taken back by its reversal, line by line', () => {
    fc.assert(
      fc.property(vouchers, (exact) => {
        const lines = voucherLines(exact);
        const back = reversed(lines);
        expect(back.map(({ fen }, index) => fen + (lines[index]?.fen ?? 1n)).every((sum) => sum === 0n)).toBe(
          true,
        );
        expect(reversed(back)).toEqual(lines);
      }),
    );
  });
});

it('puts what three thirds leave on a line of its own', () => {
  const third = 33_333_333_333n;
  const exact = (account: ExactLine['account'], amount: bigint): ExactLine => ({
    account,
    party: null,
    amount,
  });
  const lines = voucherLines([
    exact('unbilled_usage', 4n * third),
    exact('rounding', 0n),
    exact('usage_revenue', -third),
    exact('package_revenue', -third),
    exact('fee_revenue', -2n * third),
  ]);
  expect(lines.map(({ account, fen, isRest }) => `${account} ${fen}${isRest ? ' rest' : ''}`)).toEqual([
    'unbilled_usage 13',
    'usage_revenue -3',
    'package_revenue -3',
    'fee_revenue -7',
  ]);
  const more = voucherLines([
    exact('receivable', 2n * third),
    exact('tax_payable', -third),
    exact('fee_revenue', -third),
  ]);
  expect(more.at(-1)).toEqual({ account: 'rounding', party: null, amount: 0n, fen: -1n, isRest: true });
});

it('is none of amounts that do not balance', () => {
  expect(() => voucherLines([{ account: 'receivable', party: null, amount: 1n }])).toThrow('out of balance');
});
