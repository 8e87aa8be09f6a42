import { planOf } from '../../../test/support/core-catalogue';
import { checkRollOver, checkTransferable } from './check-roll-over';
import type { PlanRole } from './plan';
import type { RollOver } from './roll-over';

const HALF: RollOver = { sharePercent: '50', capPercent: '30', expiresAfterMonths: 2 };
const faultsOf = (own: Partial<RollOver>, role: PlanRole = 'package') =>
  checkRollOver(planOf({ code: 'p', role, rollOver: { ...HALF, ...own } })).map(({ path, code }) => [
    path,
    code,
  ]);
const SHARE = [['rollOver.sharePercent', 'out_of_range']];
const CAP = [['rollOver.capPercent', 'out_of_range']];
const MONTHS = [['rollOver.expiresAfterMonths', 'out_of_range']];

describe('a roll-over', () => {
  it.each([
    ['half of what is left, at most 30 %', {}, []],
    ['all of it, for three years', { sharePercent: '100', capPercent: '100', expiresAfterMonths: 36 }, []],
    ['six decimals', { sharePercent: '0.000001' }, []],
    ['more than there is', { sharePercent: '100.000001' }, SHARE],
    ['nothing', { sharePercent: '0' }, SHARE],
    ['seven decimals', { sharePercent: '1.0000001' }, SHARE],
    ['a cap of nothing', { capPercent: '0' }, CAP],
    ['a cap above the grant', { capPercent: '101' }, CAP],
    ['for no time', { expiresAfterMonths: 0 }, MONTHS],
    ['for too long', { expiresAfterMonths: 37 }, MONTHS],
    ['for half a month', { expiresAfterMonths: 0.5 }, MONTHS],
  ] as const)('of %s', (_what, own, faults) => {
    expect(faultsOf(own)).toEqual(faults);
  });

  it.each(['base', 'pack', 'trial', 'commitment'] as const)('is not for a plan of role %s', (role) => {
    expect(faultsOf({}, role)).toEqual([['rollOver', 'not_for_this_role']]);
  });

  it('need not be', () => {
    expect(checkRollOver(planOf({ code: 'p', role: 'pack' }))).toEqual([]);
  });
});

it.each([
  ['package', 0],
  ['pack', 0],
  ['trial', 1],
  ['base', 1],
  ['commitment', 1],
] as const)('a plan of role %s that may be given away has %i faults', (role, faults) => {
  expect(checkTransferable(planOf({ code: 'p', role, transferable: true }))).toHaveLength(faults);
  expect(checkTransferable(planOf({ code: 'p', role }))).toEqual([]);
});
