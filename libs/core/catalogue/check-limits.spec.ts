import { planOf } from '../../../test/support/core-catalogue';
import { checkPlan } from './check-plan';
import type { Plan } from './plan';
import type { PlanLimits, UsageWindow } from './plan-limits';

const allowance = { tokens: 1_000, models: ['*'], source: 'allowance' } as const;
const PACKAGE = planOf({ code: 'coding', role: 'package', allowance });
const BASE = planOf({ code: 'base', role: 'base', priceBook: 'retail' });
const CONTRACT = planOf({
  code: 'contract',
  role: 'commitment',
  commitment: {
    mode: 'take_or_pay',
    models: ['*'],
    pricePerMillion: '1',
    overPricePerMillion: '2',
    shortfallPercent: '100',
    periodMonths: 1,
    periods: [{ committed: '1000' }],
  },
});

const HOURS: UsageWindow = { unit: 'requests', kind: 'first_use', length: '5h', limit: 1_200 };
const WEEK: UsageWindow = { unit: 'requests', kind: 'anniversary', length: 'week', limit: 9_000 };
const MONTH: UsageWindow = { unit: 'requests', kind: 'anniversary', length: 'month', limit: 18_000 };
const PEAK = {
  model: 'glm-5*',
  factor: '3',
  timeBand: { from: '14:00', to: '18:00', days: [1, 2, 3, 4, 5] },
};

const limited = (limits: PlanLimits, plan: Plan = PACKAGE): Plan => ({ ...plan, limits });
const windows = (...all: UsageWindow[]): Plan => limited({ windows: all });
const faultsOf = (plan: Plan): string[] => checkPlan(plan).map(({ path, code }) => `${path} ${code}`);

describe('the check of limits', () => {
  it.each<[string, Plan]>([
    ['a coding plan of three windows', { ...windows(HOURS, WEEK, MONTH), exhaustion: 'hard_limit' }],
    ['windows that let the same through', windows(HOURS, { ...WEEK, limit: 1_200 })],
    ['a longer window of other models', windows(HOURS, { ...WEEK, limit: 10, models: ['glm-5'] })],
    ['a longer window of tokens', windows(HOURS, { ...WEEK, limit: 10, unit: 'tokens' })],
    ['calls that count threefold at their peak', windows({ ...HOURS, multipliers: [PEAK] })],
    ['a longer one that counts otherwise', windows({ ...HOURS, multipliers: [PEAK] }, { ...WEEK, limit: 9 })],
    ['rates', limited({ tokensPerMinute: 1, requestsPerMinute: 1 })],
    [
      'a spend cap with alerts of a base',
      limited({ spendCap: { amount: '50', per: 'day' }, alerts: [80] }, BASE),
    ],
    ['alerts of an allowance', limited({ alerts: [1, 50, 100] })],
    ['an assured rate of a contract', limited({ assuredTokensPerMinute: 9, tokensPerMinute: 9 }, CONTRACT)],
  ])('finds no fault in %s', (_, plan) => expect(faultsOf(plan)).toEqual([]));

  const at = 'limits.windows';
  it.each<[string, Plan, string]>([
    ['no window at all', windows(), `${at} missing`],
    ['a window said twice', windows(HOURS, WEEK, { ...HOURS, limit: 7 }), `${at}.2 said_twice`],
    ['a week that ends five hours', windows(HOURS, { ...WEEK, limit: 1_199 }), `${at}.0 never_reached`],
    [
      'a month that ends a week',
      windows({ ...MONTH, limit: 1 }, { ...WEEK, limit: 2 }),
      `${at}.1 never_reached`,
    ],
    ['a window of nothing', windows({ ...HOURS, limit: 0 }), `${at}.0.limit out_of_range`],
    ['a window of half a call', windows({ ...HOURS, limit: 1.5 }), `${at}.0.limit out_of_range`],
    ['a window of no model', windows({ ...HOURS, models: [] }), `${at}.0.models missing`],
    [
      'a factor of four places',
      windows({ ...HOURS, multipliers: [{ model: '*', factor: '0.6667' }] }),
      `${at}.0.multipliers.0.factor not_an_amount`,
    ],
    [
      'a peak until after midnight, said wrongly',
      windows({ ...HOURS, multipliers: [{ ...PEAK, timeBand: { from: '14:00', to: '24:30' } }] }),
      `${at}.0.multipliers.0.timeBand.to out_of_range`,
    ],
    ['no token a minute', limited({ tokensPerMinute: 0 }), 'limits.tokensPerMinute out_of_range'],
    [
      'what is assured to a package',
      limited({ assuredTokensPerMinute: 9 }),
      'limits.assuredTokensPerMinute not_for_this_role',
    ],
    [
      'more assured than may pass',
      limited({ assuredTokensPerMinute: 10, tokensPerMinute: 9 }, CONTRACT),
      'limits.assuredTokensPerMinute out_of_range',
    ],
    [
      'a spend cap of nothing',
      limited({ spendCap: { amount: '0', per: 'month' } }),
      'limits.spendCap.amount out_of_range',
    ],
    [
      'a spend cap below nothing',
      limited({ spendCap: { amount: '-5', per: 'month' } }),
      'limits.spendCap.amount not_an_amount',
    ],
    ['no alert at all', limited({ alerts: [] }), 'limits.alerts missing'],
    ['alerts that fall', limited({ alerts: [80, 50] }), 'limits.alerts.1 out_of_order'],
    ['the same alert twice', limited({ alerts: [80, 80] }), 'limits.alerts.1 out_of_order'],
    ['an alert of nothing', limited({ alerts: [0] }), 'limits.alerts.0 out_of_range'],
    ['an alert beyond all', limited({ alerts: [101] }), 'limits.alerts.0 out_of_range'],
    ['an alert of nothing that is limited', limited({ alerts: [80] }, BASE), 'limits.alerts missing'],
  ])('refuses %s', (_, plan, fault) => expect(faultsOf(plan)).toEqual([fault]));

  it('names the row that makes another one dead', () => {
    const [fault] = checkPlan(windows(HOURS, { ...WEEK, limit: 900 }));
    expect(fault?.detail).toBe('never reached: limits.windows.1 lets only 900 through in a week');
  });
});

describe('the check of members', () => {
  const members = { perMember: { tokens: 500, per: 'month' }, poolOf: 'allowance' } as const;
  const eligibility = { customerKinds: ['organisation'] } as const;
  const TEAM: Plan = { ...PACKAGE, eligibility, members };

  it('finds no fault in a package of organisations', () => expect(faultsOf(TEAM)).toEqual([]));

  const { allowance: _none, ...contract } = { ...CONTRACT, eligibility, members };
  it.each<[string, Plan, string]>([
    ['a contract', contract, 'members not_for_this_role'],
    ['a package for everybody', { ...PACKAGE, members }, 'eligibility.customerKinds out_of_range'],
    [
      'a package for people, too',
      { ...TEAM, eligibility: { customerKinds: ['organisation', 'person'] } },
      'eligibility.customerKinds out_of_range',
    ],
    [
      'a member that has more than all',
      { ...TEAM, members: { ...members, perMember: { tokens: 1_001, per: 'day' } } },
      'members.perMember.tokens out_of_range',
    ],
    [
      'a member that has nothing',
      { ...TEAM, members: { ...members, perMember: { tokens: 0, per: 'week' } } },
      'members.perMember.tokens out_of_range',
    ],
  ])('refuses %s', (_, plan, fault) => expect(faultsOf(plan)).toEqual([fault]));
});
