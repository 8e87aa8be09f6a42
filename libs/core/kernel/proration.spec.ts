import { prorate, type ProrationInput } from './proration';

const month: ProrationInput = {
  feeFen: 990n,
  allowanceTokens: 10_000_000n,
  days: 10,
  periodDays: 31,
  denominator: 'actual',
  allowanceRounding: 'down',
};

describe('prorate', () => {
  it.each<[string, Partial<ProrationInput>, bigint, bigint]>([
    ['ten of 31 days', {}, 319n, 3_225_806n],
    ['rounded up', { allowanceRounding: 'up' }, 319n, 3_225_807n],
    ['thirtieths', { denominator: 'thirty' }, 330n, 3_333_333n],
    ['a daily rate', { denominator: 'yearly' }, 325n, 3_287_671n],
    ['the whole period', { days: 31 }, 990n, 10_000_000n],
    ['31 thirtieths are one', { days: 31, denominator: 'thirty' }, 990n, 10_000_000n],
    [
      '31 days at the daily rate are one',
      { days: 31, denominator: 'yearly', feeFen: 36_500n },
      36_500n,
      10_000_000n,
    ],
    ['no day', { days: 0, allowanceRounding: 'up' }, 0n, 0n],
    ['half a fen is a fen', { feeFen: 1n, days: 15, denominator: 'thirty' }, 1n, 5_000_000n],
    ['half a fen back is a fen back', { feeFen: -1n, days: 15, denominator: 'thirty' }, -1n, 5_000_000n],
  ])('%s', (_, change, feeFen, allowanceTokens) => {
    expect(prorate({ ...month, ...change })).toEqual({ feeFen, allowanceTokens });
  });

  it.each([{ days: -1 }, { days: 1.5 }, { days: NaN }, { periodDays: -31 }])('throws on %j', (change) => {
    expect(() => prorate({ ...month, ...change })).toThrow(RangeError);
  });
});
