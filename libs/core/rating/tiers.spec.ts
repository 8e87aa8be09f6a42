import type { TierComponent } from '../catalogue';
import { parseYuan } from '../kernel';
import { chargeBetween, tierSlice, totalCharge } from './tiers';

/** 8 yuan per million to the million, then 6 and a fee of 1 yuan to ten millions, then 4.5. */
const TIERS = [
  { upTo: 1_000_000n, unitPricePico: 8_000_000n, flatFeePico: 0n },
  { upTo: 10_000_000n, unitPricePico: 6_000_000n, flatFeePico: parseYuan('1') },
  { upTo: null, unitPricePico: 4_500_000n, flatFeePico: 0n },
];
const graduated: TierComponent = { mode: 'graduated', tiers: TIERS };
const volume: TierComponent = { mode: 'volume', tiers: TIERS };
const stairstep: TierComponent = {
  mode: 'stairstep',
  tiers: [
    { upTo: 1000n, flatFeePico: parseYuan('10') },
    { upTo: null, flatFeePico: parseYuan('25') },
  ],
};
const packages: TierComponent = {
  mode: 'package',
  packageSize: 10_000_000n,
  packagePricePico: parseYuan('9.9'),
  freeUnits: 500n,
};

describe('totalCharge', () => {
  it.each<[string, TierComponent, bigint, string]>([
    ['graduated, nothing', graduated, 0n, '0'],
    ['graduated, below nothing', graduated, -5n, '0'],
    ['graduated, at a bound', graduated, 1_000_000n, '8'],
    ['graduated, past a bound: the fee is due', graduated, 1_000_001n, '9.000006'],
    ['graduated, over all tiers', graduated, 25_000_000n, '130.5'],
    ['volume, nothing', volume, 0n, '0'],
    ['volume, at a bound', volume, 1_000_000n, '8'],
    ['volume, past a bound: all of it is cheaper', volume, 1_000_001n, '7.000006'],
    ['volume, in the last tier', volume, 20_000_000n, '90'],
    ['stairstep, nothing', stairstep, 0n, '0'],
    ['stairstep, at its bound', stairstep, 1000n, '10'],
    ['stairstep, past it', stairstep, 1001n, '25'],
    ['package, the free units', packages, 500n, '0'],
    ['package, one begun', packages, 501n, '9.9'],
    ['package, filled exactly', packages, 10_000_500n, '9.9'],
    ['package, another begun', packages, 10_000_501n, '19.8'],
  ])('%s', (_, component, quantity, yuan) => {
    expect(totalCharge(component, quantity)).toBe(parseYuan(yuan));
  });

  it.each(['graduated', 'volume'] as const)('throws where no tier of a %s ladder reaches', (mode) => {
    const bounded: TierComponent = { mode, tiers: TIERS.slice(0, 2) };
    expect(() => totalCharge(bounded, 10_000_001n)).toThrow(RangeError);
  });
});

describe('chargeBetween', () => {
  it('gives money back where a volume price falls', () => {
    expect(chargeBetween(volume, 1_000_000n, 1_000_001n)).toBe(parseYuan('-0.999994'));
  });

  it('gives back exactly what a voided record was charged', () => {
    expect(chargeBetween(graduated, 1_500_000n, 800_000n)).toBe(
      -chargeBetween(graduated, 800_000n, 1_500_000n),
    );
  });
});

describe('tierSlice', () => {
  it.each<[string, TierComponent, bigint, object]>([
    ['nothing yet', graduated, 0n, { index: undefined, lower: 0n, upper: 1_000_000n }],
    ['a bound is in the lower tier', graduated, 1_000_000n, { index: 0, lower: 0n, upper: 1_000_000n }],
    ['the second tier', volume, 1_000_001n, { index: 1, lower: 1_000_000n, upper: 10_000_000n }],
    ['the last tier', stairstep, 5000n, { index: 1, lower: 1000n, upper: null }],
    ['free units', packages, 500n, { index: undefined, lower: 0n, upper: 500n }],
    ['the first package', packages, 501n, { index: 0, lower: 500n, upper: 10_000_500n }],
    ['the second package', packages, 10_000_501n, { index: 1, lower: 10_000_500n, upper: 20_000_500n }],
  ])('%s', (_, component, quantity, slice) => {
    expect(tierSlice(component, quantity)).toEqual(slice);
  });
});
