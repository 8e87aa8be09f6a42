import type { EligibilityRule, Plan } from '@ciyuan/core/catalogue';
import { segmentsOf, type DatedRule } from './segments-of';

const sold = (terms: Partial<Plan>, from = 20, until = 31) => ({ plan: terms as Plan, from, until });
const rule = (effectiveFrom: number, terms: Partial<EligibilityRule>): DatedRule => ({
  code: 'people',
  effectiveFrom,
  body: { code: 'people', name: 'People', ...terms },
});
const RULES = [
  rule(10, { segments: ['pupil'] }),
  rule(20, { segments: ['consumer'] }),
  rule(30, { segments: ['consumer', 'student'] }),
  rule(40, { segments: ['developer'] }),
];
const RULED = { eligibilityRule: 'people' };

describe('the segments that plans are for', () => {
  it.each<[string, ReturnType<typeof sold>[], DatedRule[], string[] | undefined]>([
    ['their own', [sold({ segment: 'a' }), sold({ eligibility: { segments: ['b'] } })], [], ['a', 'b']],
    ['anybody where one of them is for anybody', [sold({ segment: 'a' }), sold({})], [], undefined],
    ['those of their rule while they are sold', [sold(RULED)], RULES, ['consumer', 'student']],
    ['those of the rule at their instant', [sold(RULED, 25, 25)], RULES, ['consumer']],
    ['anybody where the rule says nothing of them', [sold(RULED)], [rule(1, { regions: ['CN'] })], undefined],
    [
      'anybody where the rule once said nothing of them',
      [sold(RULED)],
      [rule(1, { regions: ['CN'] }), rule(25, { segments: ['consumer'] })],
      undefined,
    ],
    ['nobody where nobody buys', [], RULES, []],
  ])('are %s', (_what, plans, rules, expected) => {
    const found = segmentsOf(plans, rules);
    expect(found && [...found]).toEqual(expected);
  });
});
