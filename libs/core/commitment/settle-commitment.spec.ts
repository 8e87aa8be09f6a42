import { parseYuan, ratio, ratioOf } from '../kernel';
import type { TokenContract } from './contract';
import { prorateCommitted } from './prorate-committed';
import { settleCommitment } from './settle-commitment';
import { settleTokenCommitment, shortfallCharge } from './settle-tokens';

/** 0.8 yuan a million, 1 yuan beyond; half of a shortfall may be made up within two periods. */
const contract: TokenContract = {
  metric: 'tokens',
  pricePico: 800_000n,
  overPricePico: 1_000_000n,
  shortfallPercent: ratio(100n),
  makeUp: { percentOfShortfall: ratio(50n), withinPeriods: 2 },
  committedTokens: [1000n, 1000n, 1000n, 1000n, 1000n],
};
const settled = (consumption: bigint[], change: Partial<TokenContract> = {}) =>
  settleTokenCommitment({ ...contract, ...change }, consumption);

describe('a token commitment', () => {
  it('is charged at the contract price, and what is missing too', () => {
    expect(settled([400n])[0]).toMatchObject({
      withinCommitment: 400n,
      withinCharge: 320_000_000n,
      shortfall: 600n,
      shortfallCharge: ratio(480_000_000n),
      makeUpGranted: 300n,
      makeUpBalance: 300n,
      over: 0n,
    });
  });

  it('is exceeded free of charge while make-up lasts, oldest first, then at the over-commit price', () => {
    const periods = settled([900n, 600n, 1400n]);
    expect(periods[2]).toMatchObject({
      withinCommitment: 1000n,
      makeUpUsed: 250n,
      makeUpDrawn: [
        { fromPeriod: 0, tokens: 50n },
        { fromPeriod: 1, tokens: 200n },
      ],
      over: 150n,
      overCharge: 150_000_000n,
      makeUpBalance: 0n,
    });
  });

  it('lets make-up lapse after its last period', () => {
    const periods = settled([400n, 1000n, 1100n, 1100n]);
    expect(periods.map(({ makeUpBalance }) => makeUpBalance)).toEqual([300n, 300n, 0n, 0n]);
    expect(periods[2]).toMatchObject({
      makeUpUsed: 100n,
      makeUpExpired: [{ fromPeriod: 0, tokens: 200n }],
      over: 0n,
    });
    expect(periods[3]).toMatchObject({ makeUpUsed: 0n, makeUpExpired: [], over: 100n });
  });

  it('makes up whole tokens only', () => {
    const makeUp = { percentOfShortfall: ratio(33n), withinPeriods: 1 };
    expect(settled([999n], { makeUp })[0]?.makeUpGranted).toBe(0n);
    expect(settled([990n], { makeUp })[0]?.makeUpGranted).toBe(3n);
  });

  it('makes nothing up without terms for it, or within no period', () => {
    const { makeUp: _, ...plain } = contract;
    expect(settleTokenCommitment(plain, [0n])[0]?.makeUpBalance).toBe(0n);
    const makeUp = { percentOfShortfall: ratio(50n), withinPeriods: 0 };
    expect(settled([0n], { makeUp })[0]?.makeUpBalance).toBe(0n);
  });

  it('keeps the charge of a shortfall exact', () => {
    const third = ratio(100n, 3n);
    expect(settled([999n], { pricePico: 1n, shortfallPercent: third })[0]?.shortfallCharge).toEqual(
      ratio(1n, 3n),
    );
    expect(shortfallCharge({ pricePico: 800_000n, shortfallPercent: ratioOf('12.5') }, 2n)).toEqual(
      ratio(200_000n),
    );
  });

  it('throws on a period that the contract does not have, and on consumption below zero', () => {
    expect(() => settled([0n, 0n, 0n, 0n, 0n, 0n])).toThrow(RangeError);
    expect(() => settled([-1n])).toThrow(RangeError);
  });
});

describe('an amount commitment', () => {
  const spend = {
    metric: 'amount',
    shortfallPercent: ratio(80n),
    committedPico: [parseYuan('100'), 0n],
  } as const;

  it('is charged what is missing, never below zero', () => {
    expect(settleCommitment(spend, [parseYuan('40'), parseYuan('5')])).toEqual({
      metric: 'amount',
      periods: [
        { consumed: parseYuan('40'), shortfall: parseYuan('60'), shortfallCharge: ratio(parseYuan('48')) },
        { consumed: parseYuan('5'), shortfall: 0n, shortfallCharge: ratio(0n) },
      ],
    });
  });

  it('throws on a period that the contract does not have', () => {
    expect(() => settleCommitment(spend, [0n, 0n, 0n])).toThrow(RangeError);
  });
});

describe('prorateCommitted', () => {
  it.each([
    [1000n, 31, 31, 1000n],
    [1000n, 10, 31, 322n],
    [1000n, 0, 31, 0n],
    [1n, 30, 31, 0n],
  ])('%d tokens, %d of %d days', (committed, days, periodDays, part) => {
    expect(prorateCommitted(committed, days, periodDays)).toBe(part);
  });

  it.each([
    [32, 31],
    [-1, 31],
    [0, 0],
    [1.5, 31],
  ])('throws on %d of %d days', (days, periodDays) => {
    expect(() => prorateCommitted(1000n, days, periodDays)).toThrow(RangeError);
  });
});
