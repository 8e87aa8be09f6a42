import fc from 'fast-check';
import { ratio } from '../kernel';
import type { MakeUpMovement } from './make-up';
import { settleTokenCommitment, type TokenPeriod } from './settle-tokens';

const tokens = fc.bigInt({ min: 0n, max: 10_000n });

const cases = fc
  .record({
    periods: fc.array(fc.record({ committed: tokens, consumed: tokens }), { minLength: 1, maxLength: 12 }),
    percentOfShortfall: fc.bigInt({ min: 0n, max: 100n }).map((percent) => ratio(percent)),
    withinPeriods: fc.integer({ min: 0, max: 4 }),
    shortfallPercent: fc.bigInt({ min: 0n, max: 100n }).map((percent) => ratio(percent)),
  })
  .map(({ periods, shortfallPercent, ...makeUp }) => ({
    makeUp,
    periods: settleTokenCommitment(
      {
        metric: 'tokens',
        pricePico: 3n,
        overPricePico: 7n,
        shortfallPercent,
        makeUp,
        committedTokens: periods.map(({ committed }) => committed),
      },
      periods.map(({ consumed }) => consumed),
    ),
    committed: periods.map(({ committed }) => committed),
  }));

const totalOf = (movements: readonly MakeUpMovement[]): bigint =>
  movements.reduce((total, movement) => total + movement.tokens, 0n);
const allOf = (periods: readonly TokenPeriod[], of: (period: TokenPeriod) => bigint): bigint =>
  periods.reduce((total, period) => total + of(period), 0n);

describe('a token commitment', () => {
  it('accounts for every token once', () => {
    fc.assert(
      fc.property(cases, ({ periods, committed }) => {
        periods.forEach((period, i) => {
          expect(period.withinCommitment + period.makeUpUsed + period.over).toBe(period.consumed);
          expect(period.withinCommitment + period.shortfall).toBe(committed[i]);
          expect(period.shortfall === 0n || period.over + period.makeUpUsed === 0n).toBe(true);
        });
      }),
    );
  });

  it('conserves make-up: granted = used + expired + balance, at every period', () => {
    fc.assert(
      fc.property(cases, ({ periods }) => {
        periods.forEach((period, i) => {
          const soFar = periods.slice(0, i + 1);
          const gone = allOf(soFar, (p) => p.makeUpUsed + totalOf(p.makeUpExpired));
          expect(allOf(soFar, (p) => p.makeUpGranted)).toBe(gone + period.makeUpBalance);
          expect(totalOf(period.makeUpDrawn)).toBe(period.makeUpUsed);
        });
      }),
    );
  });

  it('uses make-up in its own time only, and leaves none unused while it charges for more', () => {
    fc.assert(
      fc.property(cases, ({ periods, makeUp }) => {
        periods.forEach((period, i) => {
          for (const { fromPeriod } of period.makeUpDrawn) {
            expect(fromPeriod).toBeLessThan(i);
            expect(fromPeriod + makeUp.withinPeriods).toBeGreaterThanOrEqual(i);
          }
          if (period.over > 0n) expect(period.makeUpBalance).toBe(period.makeUpGranted);
        });
      }),
    );
  });
});
