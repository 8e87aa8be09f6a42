import { PICO_PER_FEN, type PicoYuan } from '../../kernel';
import { coverOf, coveredPart } from './account-cover';
import type { CoveredAccount } from './coverage-input';

const yuan = (amount: number): PicoYuan => BigInt(Math.round(amount * 1_000)) * (PICO_PER_FEN / 10n);
const account = (invoiced: number, ...revenue: readonly number[]): CoveredAccount => ({
  accountId: 7,
  currency: 'CNY',
  months: revenue.map((amount, index) => ({ month: `2026-0${index + 1}`, revenue: yuan(amount) })),
  invoiced: yuan(invoiced),
  collected: 0n,
});
const covered = (invoiced: number, revenue: readonly number[], month: string): PicoYuan =>
  coveredPart(yuan(100), coverOf(account(invoiced, ...revenue), month, 'invoiced'));

describe('what covers an account’s month', () => {
  it.each<[what: string, invoiced: number, revenue: readonly number[], month: string, of100: number]>([
    ['nothing was invoiced', 0, [100, 50], '2026-01', 0],
    ['half of the first month was', 50, [100, 50], '2026-01', 50],
    ['the oldest revenue comes first', 100, [100, 50], '2026-02', 0],
    ['the rest is of the next month', 120, [100, 50], '2026-02', 40],
    ['all was invoiced', 150, [100, 50], '2026-02', 100],
    ['more was invoiced than there is', 500, [100, 50], '2026-02', 100],
    ['less than a hundredth is missing', 149.995, [100, 50], '2026-02', 100],
    ['a hundredth is missing', 149.99, [100, 50], '2026-02', 99.98],
    ['what was taken back later takes back the latest', 70, [100, 50, -80], '2026-01', 100],
    ['nothing is left of the month', 70, [100, 50, -80], '2026-02', 100],
    ['what was taken back before there was any comes off the next', 20, [-30, 50], '2026-02', 100],
    ['nothing was recognised in the month', 0, [100], '2026-02', 100],
  ])('%s', (_what, invoiced, revenue, month, of100) => {
    expect(covered(invoiced, revenue, month)).toBe(yuan(of100));
  });

  it('takes the money of its basis', () => {
    expect(coverOf({ ...account(100, 100), collected: 7n }, '2026-01', 'collected').money).toBe(7n);
    expect(coverOf(account(100, 100), '2026-01', 'invoiced').money).toBe(yuan(100));
  });

  it('counts what is taken back of a line as covered', () => {
    expect(coveredPart(-5n, coverOf(account(0, 100), '2026-01', 'invoiced'))).toBe(-5n);
  });
});
