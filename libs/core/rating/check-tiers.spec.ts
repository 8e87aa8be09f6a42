import type { TierComponent } from '../catalogue';
import { checkTierComponent } from './check-tiers';

const tier = (upTo: bigint | null, unitPricePico = 1n, flatFeePico = 0n) => ({
  upTo,
  unitPricePico,
  flatFeePico,
});
const ladder = (...tiers: ReturnType<typeof tier>[]): TierComponent => ({ mode: 'graduated', tiers });
const packages = { mode: 'package', packageSize: 1n, packagePricePico: 0n, freeUnits: 0n } as const;

describe('checkTierComponent', () => {
  it.each<[string, TierComponent, string[]]>([
    ['a ladder', ladder(tier(5n), tier(7n), tier(null)), []],
    ['one tier for all', ladder(tier(null)), []],
    ['no tier', ladder(), ['tiers no_tiers']],
    ['a bound twice', ladder(tier(5n), tier(5n), tier(null)), ['tiers.1.upTo bound_does_not_rise']],
    ['a falling bound', ladder(tier(5n), tier(3n), tier(null)), ['tiers.1.upTo bound_does_not_rise']],
    ['a first tier that holds nothing', ladder(tier(0n), tier(null)), ['tiers.0.upTo bound_does_not_rise']],
    ['a row after the last', ladder(tier(null), tier(9n)), ['tiers.1.upTo row_after_unbounded']],
    ['a second last', ladder(tier(null), tier(null)), ['tiers.1.upTo row_after_unbounded']],
    ['no last', ladder(tier(5n), tier(9n)), ['tiers.1.upTo last_is_bounded']],
    ['a negative price', ladder(tier(5n), tier(null, -1n)), ['tiers.1.unitPrice negative']],
    ['a negative fee', ladder(tier(null, 1n, -1n)), ['tiers.0.flatFee negative']],
    ['a package', packages, []],
    ['a package of nothing', { ...packages, packageSize: 0n }, ['packageSize not_positive']],
    ['a package that pays', { ...packages, packagePricePico: -1n }, ['packagePrice negative']],
    ['fewer than no free units', { ...packages, freeUnits: -1n }, ['freeUnits negative']],
    [
      'a step',
      { mode: 'stairstep', tiers: [{ upTo: 9n, flatFeePico: -1n }] },
      ['tiers.0.upTo last_is_bounded', 'tiers.0.flatFee negative'],
    ],
  ])('%s', (_, component, faults) => {
    expect(checkTierComponent(component).map(({ path, code }) => `${path} ${code}`)).toEqual(faults);
  });
});
