import { divideHalfAway, parseYuan, ratio } from '../kernel';
import type { AmountContract, TokenContract } from './contract';
import { commitmentPosition, lastUse } from './position';

const M = 1_000_000n;
const netOf = (gross: bigint): bigint => divideHalfAway(gross * 100n, 106n);

/** 2 yuan a million, 3 beyond; 80 % of a shortfall is charged, half of it can be made up within two periods. */
const contract: TokenContract = {
  metric: 'tokens',
  pricePico: 2n * M,
  overPricePico: 3n * M,
  shortfallPercent: ratio(80n),
  makeUp: { percentOfShortfall: ratio(50n), withinPeriods: 2 },
  committedTokens: [10n * M, 10n * M, 10n * M, 10n * M],
};
const at = (consumption: readonly bigint[], closed: number, own: Partial<TokenContract> = {}) =>
  commitmentPosition({ ...contract, ...own }, consumption, closed, netOf);

describe('a position', () => {
  it('charges usage as it comes, and no shortfall of a period that is open', () => {
    expect(at([4n * M, 0n, 0n, 0n], 0)).toEqual({ usageGross: parseYuan('8'), closed: [] });
    expect(at([12n * M, 0n, 0n, 0n], 0).usageGross).toBe(parseYuan('26'));
  });

  it('charges what is missing at the close, and defers the part that can be made up', () => {
    // 6 million × 2 × 80 % = 9.60; net 9.60 / 1.06 = 9.0566; half of the tokens, so half of each amount.
    expect(at([4n * M, 0n, 0n, 0n], 1).closed).toEqual([
      {
        shortfall: 6n * M,
        gross: parseYuan('9.60'),
        net: parseYuan('9.06'),
        makeUpGranted: 3n * M,
        deferredGross: parseYuan('4.80'),
        deferredNet: parseYuan('4.53'),
        makeUpUsed: 0n,
        usedGross: 0n,
        usedNet: 0n,
        makeUpLapsed: 0n,
        lapsedGross: 0n,
        lapsedNet: 0n,
      },
    ]);
  });

  it.each<[string, readonly bigint[], number, object, string]>([
    [
      'recognises a third as a third is used',
      [4n * M, 11n * M, 0n, 0n],
      1,
      { makeUpUsed: M, usedGross: parseYuan('1.60'), usedNet: parseYuan('1.51'), lapsedNet: 0n },
      '28',
    ],
    [
      'keeps the rest until the last period in which it could be used is closed',
      [4n * M, 11n * M, 10n * M, 0n],
      2,
      { makeUpUsed: M, makeUpLapsed: 0n, lapsedGross: 0n, lapsedNet: 0n },
      '48',
    ],
    [
      'lets the rest lapse with the last period in which it could be used',
      [4n * M, 11n * M, 10n * M, 0n],
      3,
      { makeUpUsed: M, makeUpLapsed: 2n * M, lapsedGross: parseYuan('3.20'), lapsedNet: parseYuan('3.02') },
      '48',
    ],
    [
      'charges the over-commit price beyond the credits',
      [4n * M, 14n * M, 0n, 0n],
      1,
      { makeUpUsed: 3n * M, usedNet: parseYuan('4.53') },
      '31',
    ],
    [
      'takes a late record into the period that it was of',
      [10n * M, 14n * M, 0n, 0n],
      2,
      { shortfall: 0n, gross: 0n, makeUpGranted: 0n, makeUpUsed: 0n },
      '52',
    ],
  ])('%s', (_what, consumption, closed, first, usage) => {
    const position = at(consumption, closed);
    expect(position.closed[0]).toMatchObject(first);
    expect(position.usageGross).toBe(parseYuan(usage));
  });

  it('uses credits of a period that is over and not closed yet, and recognises nothing before the close', () => {
    const consumption = [4n * M, 11n * M, 0n, 0n];
    expect(at(consumption, 0)).toEqual({ usageGross: parseYuan('28'), closed: [] });
    expect(at(consumption, 1).usageGross).toBe(parseYuan('28'));
  });

  it('lets the credits of the last period lapse with the contract', () => {
    const { closed } = at([10n * M, 10n * M, 10n * M, 0n], 4);
    expect(closed[3]).toMatchObject({ makeUpGranted: 5n * M, makeUpLapsed: 5n * M });
    expect(closed[3]?.lapsedNet).toBe(closed[3]?.deferredNet);
    expect([0, 1, 2, 3].map((period) => lastUse(contract, period))).toEqual([2, 3, 3, 3]);
  });

  it('rounds the charge of a shortfall half away from zero to the fen, and its parts down to the pico-yuan', () => {
    // 1,250 tokens × 8 yuan a million × 50 % = 0.005; then 10 million × 2 × 80 % = 16, a third of the tokens of it.
    const half = at([10n * M - 1_250n, 0n, 0n, 0n], 1, { pricePico: 8n * M, shortfallPercent: ratio(50n) });
    expect(half.closed[0]).toMatchObject({ gross: parseYuan('0.01'), net: parseYuan('0.01') });
    const third = { percentOfShortfall: ratio(100n, 3n), withinPeriods: 1 };
    expect(at([0n, 0n, 0n, 0n], 1, { makeUp: third }).closed[0]).toMatchObject({
      makeUpGranted: 3_333_333n,
      deferredGross: parseYuan('5.3333328'),
    });
  });
});

describe('the position of a spend', () => {
  const spend: AmountContract = {
    metric: 'amount',
    shortfallPercent: ratio(50n),
    committedPico: [parseYuan('100'), parseYuan('100')],
  };
  const closedAt = (consumption: readonly bigint[], closed: number) =>
    commitmentPosition(spend, consumption, closed, netOf);

  it.each([
    ['half of what is missing', '40', '60', '30', '28.30'],
    ['to the fen, half away from zero', '99.97', '0.03', '0.02', '0.02'],
    ['nothing that was spent', '100', '0', '0', '0'],
    ['never less than nothing', '140', '0', '0', '0'],
  ])('charges %s', (_what, spent, shortfall, gross, net) => {
    expect(closedAt([parseYuan(spent), 0n], 1)).toMatchObject({
      usageGross: 0n,
      closed: [{ shortfall: parseYuan(shortfall), gross: parseYuan(gross), net: parseYuan(net) }],
    });
    expect(closedAt([parseYuan(spent), 0n], 0).closed).toEqual([]);
  });
});
