import { checkPlan } from './check-plan';
import type { CommitmentTerms } from './commitment-terms';
import type { Plan } from './plan';

const TAKE_OR_PAY: CommitmentTerms = {
  mode: 'take_or_pay',
  models: ['glm-*'],
  pricePerMillion: '1.5',
  overPricePerMillion: '1.800001',
  shortfallPercent: '80',
  makeUp: { percentOfShortfall: '50', withinPeriods: 2 },
  periodMonths: 1,
  periods: [{ committed: '300000000' }, { committed: '500000000' }],
};
const PREPAID: CommitmentTerms = {
  mode: 'prepaid',
  models: ['*'],
  pricePerMillion: '1',
  periodMonths: 3,
  periods: [{ committed: '1' }],
};
const SPEND: CommitmentTerms = {
  mode: 'spend',
  models: ['*'],
  shortfallPercent: '100',
  periodMonths: 12,
  periods: [{ committed: '20000.50' }],
};

const planOf = (commitment: CommitmentTerms, own: Partial<Plan> = {}): Plan => ({
  code: 'contract',
  role: 'commitment',
  name: 'Contract',
  currency: 'CNY',
  price: '0',
  vatRate: '0.06',
  commitment,
  cycleAnchor: 'calendar',
  firstPeriod: { mode: 'prorated', denominator: 'actual', allowanceRounding: 'down' },
  exhaustion: 'payg',
  coefficients: 'at_issue',
  latenessHours: 72,
  ...own,
});
const WHOLE = { mode: 'full', denominator: 'actual', allowanceRounding: 'down' } as const;
const { commitment: _commitment, ...empty } = planOf(SPEND);
const { pricePerMillion: _price, ...unpriced } = TAKE_OR_PAY;
const { overPricePerMillion: _over, ...withoutOver } = TAKE_OR_PAY;
const { shortfallPercent: _percent, ...withoutPercent } = SPEND;
const { pricePerMillion: _prepaid, ...unpricedGrant } = PREPAID;

describe('the check of a commitment', () => {
  it.each([
    ['take-or-pay', planOf(TAKE_OR_PAY)],
    ['prepaid', planOf(PREPAID, { coefficientTable: 'standard', exhaustion: 'hard_limit' })],
    ['spend', planOf(SPEND, { cycleAnchor: 'order_day' })],
  ])('finds no fault in a sound %s', (_mode, plan) => {
    expect(checkPlan(plan)).toEqual([]);
  });

  it.each<[string, Plan, string]>([
    ['a commitment to nothing', empty, 'commitment missing'],
    [
      'terms of another role',
      { ...empty, firstPeriod: WHOLE, role: 'base', priceBook: 'b', commitment: SPEND },
      'commitment not_for_this_role',
    ],
    ['a price of its own', planOf(SPEND, { price: '1' }), 'price not_for_this_role'],
    [
      'an allowance beside it',
      planOf(SPEND, { allowance: { tokens: 1, models: ['*'], source: 'pack' } }),
      'allowance not_for_this_role',
    ],
    [
      'coefficients where nothing is granted',
      planOf(TAKE_OR_PAY, { coefficientTable: 's' }),
      'coefficientTable not_for_this_role',
    ],
    [
      'a hard limit where nothing is granted',
      planOf(SPEND, { exhaustion: 'hard_limit' }),
      'exhaustion not_for_this_role',
    ],
    [
      'another proration of its first period',
      planOf(SPEND, { firstPeriod: { mode: 'prorated', denominator: 'thirty', allowanceRounding: 'down' } }),
      'firstPeriod not_for_this_role',
    ],
    ['no model', planOf({ ...SPEND, models: [] }), 'commitment.models missing'],
    ['take-or-pay without a price', planOf(unpriced), 'commitment.pricePerMillion missing'],
    ['take-or-pay without a price beyond', planOf(withoutOver), 'commitment.overPricePerMillion missing'],
    ['a grant without a price', planOf(unpricedGrant), 'commitment.pricePerMillion missing'],
    ['a spend without a percentage', planOf(withoutPercent), 'commitment.shortfallPercent missing'],
    [
      'a price of a spend',
      planOf({ ...SPEND, pricePerMillion: '1' }),
      'commitment.pricePerMillion not_for_this_mode',
    ],
    [
      'a price beyond a grant',
      planOf({ ...PREPAID, overPricePerMillion: '1' }),
      'commitment.overPricePerMillion not_for_this_mode',
    ],
    [
      'a shortfall of a grant',
      planOf({ ...PREPAID, shortfallPercent: '1' }),
      'commitment.shortfallPercent not_for_this_mode',
    ],
    [
      'a seventh decimal',
      planOf({ ...TAKE_OR_PAY, pricePerMillion: '1.0000001' }),
      'commitment.pricePerMillion not_an_amount',
    ],
    [
      'a price below nothing',
      planOf({ ...PREPAID, pricePerMillion: '-1' }),
      'commitment.pricePerMillion not_an_amount',
    ],
    [
      'more than all of it',
      planOf({ ...SPEND, shortfallPercent: '100.5' }),
      'commitment.shortfallPercent out_of_range',
    ],
    [
      'less than none of it',
      planOf({ ...SPEND, shortfallPercent: '-1' }),
      'commitment.shortfallPercent out_of_range',
    ],
    [
      'make-up of a spend',
      planOf({ ...SPEND, makeUp: { percentOfShortfall: '50', withinPeriods: 1 } }),
      'commitment.makeUp not_for_this_mode',
    ],
    [
      'more made up than missing',
      planOf({ ...TAKE_OR_PAY, makeUp: { percentOfShortfall: '101', withinPeriods: 1 } }),
      'commitment.makeUp.percentOfShortfall out_of_range',
    ],
    [
      'make-up within no period',
      planOf({ ...TAKE_OR_PAY, makeUp: { percentOfShortfall: '50', withinPeriods: 0 } }),
      'commitment.makeUp.withinPeriods out_of_range',
    ],
    ['no period', planOf({ ...SPEND, periods: [] }), 'commitment.periods missing'],
    [
      'a tenth of a fen',
      planOf({ ...SPEND, periods: [{ committed: '1.001' }] }),
      'commitment.periods.0.committed not_an_amount',
    ],
    [
      'half a token',
      planOf({ ...TAKE_OR_PAY, periods: [{ committed: '5' }, { committed: '0.5' }] }),
      'commitment.periods.1.committed not_an_amount',
    ],
    [
      'a promise of nothing',
      planOf({ ...SPEND, periods: [{ committed: '0.00' }] }),
      'commitment.periods.0.committed not_an_amount',
    ],
  ])('refuses %s', (_what, plan, expected) => {
    expect(checkPlan(plan).map((fault) => `${fault.path} ${fault.code}`)).toEqual([expected]);
  });
});
