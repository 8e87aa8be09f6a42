import { planOf } from '../../../test/support/core-catalogue';
import type { Plan } from './plan';
import { raisesPlanPrice } from './raises-plan-price';

const TERMS = {
  mode: 'take_or_pay' as const,
  models: ['*'],
  pricePerMillion: '3',
  shortfallPercent: '80',
  periodMonths: 1 as const,
  periods: [{ committed: '1000' }],
};
const plan = (price: string, more: Partial<Plan> = {}): Plan =>
  planOf({ code: 'p', role: 'package', price, ...more });
const committed = (more: object = {}): Plan => plan('0', { commitment: { ...TERMS, ...more } });

describe('the next version of a plan', () => {
  it.each<[string, Plan, Plan, boolean]>([
    ['dearer', plan('9.90'), plan('9.91'), true],
    ['cheaper', plan('9.90'), plan('9.89'), false],
    ['the same in other words', plan('9.9'), plan('9.90'), false],
    ['of another name', plan('9.90'), plan('9.90', { name: 'Other' }), false],
    ['in another currency', plan('9.90'), plan('1.00', { currency: 'USD' }), true],
    ['dearer by the million', committed(), committed({ pricePerMillion: '3.5' }), true],
    ['cheaper by the million', committed(), committed({ pricePerMillion: '2.5' }), false],
    ['with a price beyond what is committed', committed(), committed({ overPricePerMillion: '4' }), true],
    ['with a dearer shortfall', committed(), committed({ shortfallPercent: '100' }), true],
  ])('that is %s', (_what, before, after, expected) => {
    expect(raisesPlanPrice(before, after)).toBe(expected);
  });
});
