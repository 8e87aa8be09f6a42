import { checkPlan } from './check-plan';
import type { Plan } from './plan';

const PACKAGE: Plan = {
  code: 'personal',
  role: 'package',
  name: 'Personal',
  currency: 'CNY',
  price: '9.90',
  vatRate: '0.06',
  allowance: { tokens: 10_000_000, models: ['*'], source: 'allowance' },
  cycleAnchor: 'calendar',
  firstPeriod: { mode: 'full', denominator: 'actual', allowanceRounding: 'up' },
  exhaustion: 'payg',
  coefficients: 'at_issue',
  latenessHours: 72,
};

const { allowance: _allowance, ...bare } = PACKAGE;
const BASE: Plan = { ...bare, role: 'base', price: '0', priceBook: 'retail' };
const { priceBook: _book, ...withoutBook } = BASE;
const PACK: Plan = { ...PACKAGE, role: 'pack', validityDays: 30 };
const GIVEN = { tokens: 1, models: ['*'], source: 'trial' } as const;
const TRIAL: Plan = { ...PACK, role: 'trial', price: '0.00', allowance: GIVEN };

const PRORATED = { ...PACKAGE.firstPeriod, mode: 'prorated' } as const;
const CUT = { denominator: 'thirty', allowanceRounding: 'up' } as const;

const ONCE = { regions: ['CN-SH'], verified: true, oncePerCustomer: true };

describe('the check of a plan', () => {
  it.each([
    ['package', PACKAGE],
    ['base', BASE],
    ['pack', PACK],
    ['trial', TRIAL],
    ['base that holds its prices', { ...BASE, priceProtection: { months: 6 } }],
    ['package that says how an upgrade is cut', { ...PACKAGE, planChange: CUT }],
    ['pack of a campaign', { ...PACK, campaignPool: 'pool' }],
    ['package of two segments', { ...PACKAGE, eligibility: { segments: ['consumer', 'developer'] } }],
    [
      'a trial whose rule says whom it is for',
      { ...TRIAL, eligibilityRule: 'companies', eligibility: { oncePerCustomer: true } },
    ],
    ['trial that names its segment the short way', { ...TRIAL, segment: 'consumer', eligibility: ONCE }],
  ])('finds no fault in a sound %s', (_role, plan) => {
    expect(checkPlan(plan)).toEqual([]);
  });

  it.each<[string, Plan, string]>([
    ['a base without a book', withoutBook, 'priceBook missing'],
    ['a base that grants', { ...BASE, allowance: GIVEN }, 'allowance not_for_this_role'],
    [
      'a package that holds prices',
      { ...PACKAGE, priceProtection: { months: 12 } },
      'priceProtection not_for_this_role',
    ],
    ['a pack that is upgraded', { ...PACK, planChange: CUT }, 'planChange not_for_this_role'],
    ['a package with a book', { ...PACKAGE, priceBook: 'retail' }, 'priceBook not_for_this_role'],
    ['a package that grants nothing', bare, 'allowance missing'],
    ['a package for some days', { ...PACKAGE, validityDays: 30 }, 'validityDays not_for_this_role'],
    ['a pack for ever', { ...PACKAGE, role: 'pack' }, 'validityDays missing'],
    ['a pack for no day', { ...PACK, validityDays: 0 }, 'validityDays out_of_range'],
    ['a pack for half a day', { ...PACK, validityDays: 0.5 }, 'validityDays out_of_range'],
    ['a tenth of a fen', { ...PACKAGE, price: '9.901' }, 'price not_an_amount'],
    ['a price below nothing', { ...PACKAGE, price: '-1' }, 'price not_an_amount'],
    ['a trial that costs', { ...TRIAL, price: '0.01' }, 'price given_for_nothing'],
    ['no token', { ...TRIAL, allowance: { ...GIVEN, tokens: 0 } }, 'allowance.tokens out_of_range'],
    ['half a token', { ...TRIAL, allowance: { ...GIVEN, tokens: 1.5 } }, 'allowance.tokens out_of_range'],
    ['a base with a price of its own', { ...BASE, price: '5.00' }, 'price not_for_this_role'],
    ['a base with coefficients', { ...BASE, coefficientTable: 'all' }, 'coefficientTable not_for_this_role'],
    ['a pack prorated', { ...PACK, firstPeriod: PRORATED }, 'firstPeriod.mode not_for_this_role'],
    ['coefficients that follow nothing', { ...PACK, coefficients: 'follow' }, 'coefficientTable missing'],
    [
      'a segment said twice',
      { ...PACK, segment: 'consumer', eligibility: { segments: ['consumer'] } },
      'segment said_twice',
    ],
    [
      'a segment beside a rule',
      { ...PACK, segment: 'consumer', eligibilityRule: 'companies' },
      'segment said_twice',
    ],
    [
      'a region beside a rule',
      { ...PACK, eligibilityRule: 'companies', eligibility: { regions: ['CN'] } },
      'eligibility.regions said_twice',
    ],
    ['a plan for no segment', { ...PACK, eligibility: { segments: [] } }, 'eligibility.segments missing'],
    ['a plan for no region', { ...PACK, eligibility: { regions: [] } }, 'eligibility.regions missing'],
    [
      'a plan for no kind of customer',
      { ...PACK, eligibility: { customerKinds: [] } },
      'eligibility.customerKinds missing',
    ],
    ['a pool for what renews', { ...PACKAGE, campaignPool: 'pool' }, 'campaignPool not_for_this_role'],
    ['a pool for a tariff', { ...BASE, campaignPool: 'pool' }, 'campaignPool not_for_this_role'],
    ['no model', { ...TRIAL, allowance: { ...GIVEN, models: [] } }, 'allowance.models missing'],
  ])('refuses %s', (_what, plan, expected) => {
    expect(checkPlan(plan).map((fault) => `${fault.path} ${fault.code}`)).toEqual([expected]);
  });
});
