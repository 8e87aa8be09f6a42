import { planOf } from '../../../test/support/core-catalogue';
import { checkPlan } from './check-plan';
import type { Plan } from './plan';

const PACKAGE = planOf({
  code: 'monthly',
  role: 'package',
  allowance: { tokens: 100, models: ['*'], source: 'allowance' },
});
const BASE = planOf({ code: 'base', role: 'base', priceBook: 'retail' });
const CAPPED: Plan = { ...PACKAGE, exhaustion: 'payg_cap', overageCap: '50.00' };

const faultsOf = (plan: Plan): string[] => checkPlan(plan).map(({ path, code }) => `${path} ${code}`);

describe('the check of what follows an allowance', () => {
  it.each<[string, Plan]>([
    ['a throttle', { ...PACKAGE, exhaustion: 'throttle' }],
    ['a cap', CAPPED],
    ['a cap of one fen', { ...CAPPED, overageCap: '0.01' }],
    ['a base tariff with a cap', { ...BASE, exhaustion: 'payg_cap', overageCap: '100' }],
  ])('finds no fault in %s', (_, plan) => expect(faultsOf(plan)).toEqual([]));

  it.each<[string, Plan, string]>([
    ['a cap of no amount', { ...PACKAGE, exhaustion: 'payg_cap' }, 'overageCap missing'],
    ['a cap of nothing', { ...CAPPED, overageCap: '0.00' }, 'overageCap out_of_range'],
    ['a cap of a tenth of a fen', { ...CAPPED, overageCap: '1.001' }, 'overageCap not_an_amount'],
    ['a cap below nothing', { ...CAPPED, overageCap: '-1' }, 'overageCap not_an_amount'],
    ['an amount that caps nothing', { ...CAPPED, exhaustion: 'payg' }, 'overageCap not_for_this_exhaustion'],
    ['a base with a hard limit', { ...BASE, exhaustion: 'hard_limit' }, 'exhaustion not_for_this_role'],
    ['a base with a throttle', { ...BASE, exhaustion: 'throttle' }, 'exhaustion not_for_this_role'],
  ])('refuses %s', (_, plan, fault) => expect(faultsOf(plan)).toEqual([fault]));
});
