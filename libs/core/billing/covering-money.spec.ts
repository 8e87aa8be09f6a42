import { coveringMoney } from './covering-money';

describe('what was collected for good', () => {
  it.each([
    ['all that was put to documents', { collected: 100n, allocatedFen: 10n, keptFen: 10n }, 100n],
    ['no more for money that was put to none', { collected: 100n, allocatedFen: 10n, keptFen: 15n }, 100n],
    ['less where more was refunded than that', { collected: 100n, allocatedFen: 10n, keptFen: 7n }, 70n],
    ['rounded down', { collected: 100n, allocatedFen: 3n, keptFen: 2n }, 66n],
    ['nothing where all was refunded', { collected: 100n, allocatedFen: 10n, keptFen: 0n }, 0n],
    ['nothing where nothing came', { collected: 0n, allocatedFen: 0n, keptFen: 0n }, 0n],
  ])('%s', (_what, money, collected) => {
    expect(coveringMoney(money)).toBe(collected);
  });
});
