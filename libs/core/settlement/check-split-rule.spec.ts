import { checkSplitRule } from './check-split-rule';
import type { SplitRule, SplitStep } from './split-rule';

const half: SplitStep = { party: 'vendor', type: 'percent', basis: 'net', value: '50' };
const perToken: SplitStep = { party: 'vendor', type: 'perMillion', class: '*', value: '0.5' };
const ladder = (...tiers: [string | null, string][]): SplitStep => ({
  party: 'vendor',
  type: 'tieredPercent',
  basis: 'remaining',
  tiers: tiers.map(([upTo, value]) => ({ upTo, value })),
});

const withSteps = (...steps: SplitStep[]): SplitRule => ({
  vatRate: '0.06',
  vatIncluded: true,
  residual: 'operator',
  steps,
});
const changed = (change: object): SplitRule => ({ ...withSteps(half), ...change });
/** What comes from outside need not have the shape that the types promise. */
const odd = (step: object): SplitRule => withSteps(step as SplitStep);

const told = (rule: SplitRule): string[] => checkSplitRule(rule).map(({ path, code }) => `${path} ${code}`);

describe('checkSplitRule', () => {
  it.each<[string, SplitRule, string[]]>([
    [
      'a rule',
      withSteps(half, perToken, { party: 'compute', type: 'cost' }, ladder(['5', '30'], [null, '40'])),
      [],
    ],
    ['no step: all is the residual party’s', withSteps(), []],
    ['the whole net', withSteps({ ...half, value: '100' }), []],
    [
      'what remains, time and again',
      withSteps(...Array<SplitStep>(3).fill({ ...half, basis: 'remaining' })),
      [],
    ],
    ['a floor below zero', withSteps({ ...half, floor: '-1' }), []],
    ['no residual party', changed({ residual: '' }), ['residual residual_missing']],
    [
      'a residual role that each line resolves',
      changed({ residual: 'vendor' }),
      ['residual residual_not_one_party'],
    ],
    ['a residual party by name', changed({ residual: 'somebody' }), []],
    ['a residual party left out', changed({ residual: undefined }), ['residual residual_missing']],
    ['a VAT rate in per cent', changed({ vatRate: '6' }), ['vatRate over_100_percent']],
    ['a negative VAT rate', changed({ vatRate: '-0.06' }), ['vatRate negative']],
    ['a VAT rate in words', changed({ vatRate: 'six' }), ['vatRate not_a_decimal']],
    ['a step for nobody', odd({ ...half, party: '' }), ['steps.0.party party_missing']],
    ['an unknown type', odd({ ...half, type: 'gift' }), ['steps.0.type unknown_type']],
    ['an unknown basis', odd({ ...half, basis: 'profit' }), ['steps.0.basis unknown_basis']],
    ['tiers of the gross', odd({ ...ladder([null, '1']), basis: 'gross' }), ['steps.0.basis unknown_basis']],
    ['an unknown class', withSteps({ ...perToken, class: 'words' }), ['steps.0.class unknown_class']],
    ['a meter for a class', withSteps({ ...perToken, class: 'requests' }), ['steps.0.class unknown_class']],
    ['a fee below zero', withSteps({ ...perToken, value: '-0.5' }), ['steps.0.value negative']],
    ['a percentage below zero', withSteps({ ...half, value: '-1' }), ['steps.0.value negative']],
    ['more than the whole', withSteps({ ...half, value: '100.001' }), ['steps.0.value over_100_percent']],
    [
      'more than the whole in two steps',
      withSteps(half, { ...half, value: '50.001' }),
      ['steps.1.value over_100_percent'],
    ],
    [
      'more than the net by its VAT',
      withSteps({ ...half, basis: 'gross', value: '95' }),
      ['steps.0.value over_100_percent'],
    ],
    [
      'more than the whole in the dearest tier',
      withSteps(half, { ...ladder(['5', '60'], [null, '10']), basis: 'net' } as SplitStep),
      ['steps.1.tiers over_100_percent'],
    ],
    ['a floor in words', withSteps({ ...half, floor: 'some' }), ['steps.0.floor not_a_decimal']],
    ['no tier', withSteps(ladder()), ['steps.0.tiers no_tiers']],
    [
      'a bound twice',
      withSteps(ladder(['5', '1'], ['5.0', '2'], [null, '3'])),
      ['steps.0.tiers.1.upTo bound_does_not_rise'],
    ],
    [
      'a bound at zero',
      withSteps(ladder(['0', '1'], [null, '3'])),
      ['steps.0.tiers.0.upTo bound_does_not_rise'],
    ],
    [
      'a row after the last',
      withSteps(ladder([null, '1'], ['9', '3'])),
      ['steps.0.tiers.1.upTo row_after_unbounded'],
    ],
    ['no last tier', withSteps(ladder(['5', '1'])), ['steps.0.tiers.0.upTo last_is_bounded']],
    ['a tier above the whole', withSteps(ladder([null, '101'])), ['steps.0.tiers.0.value over_100_percent']],
    [
      'a bound in words',
      withSteps(ladder(['much', '1'], [null, '1'])),
      ['steps.0.tiers.0.upTo not_a_decimal'],
    ],
    [
      'guarantees of nobody, of the residual party and below zero',
      changed({
        minimumGuarantees: [
          { party: '', amount: '1' },
          { party: 'operator', amount: '1' },
          { party: 'vendor', amount: '-1' },
        ],
      }),
      [
        'minimumGuarantees.0.party party_missing',
        'minimumGuarantees.1.party guarantee_of_residual',
        'minimumGuarantees.2.amount negative',
      ],
    ],
    [
      'a second guarantee of a party',
      changed({
        minimumGuarantees: [
          { party: 'vendor', amount: '1' },
          { party: 'channel', amount: '1' },
          { party: 'vendor', amount: '2' },
        ],
      }),
      ['minimumGuarantees.2.party guarantee_twice'],
    ],
  ])('%s', (_, rule, faults) => {
    expect(told(rule)).toEqual(faults);
  });
});

describe('what is given away altogether', () => {
  const of = (basis: string, value: string): SplitStep => ({ ...half, basis, value }) as SplitStep;
  const deduct = (basis: 'gross' | 'net', value: string, name = 'a') => ({ name, basis, value });

  it.each<[string, SplitRule, string[]]>([
    ['all of it, after what comes off', changed({ deductions: [deduct('net', '50')] }), []],
    [
      'all that can be shared, in two steps',
      changed({
        deductions: [deduct('net', '90')],
        steps: [of('distributable', '40'), of('distributable', '60')],
      }),
      [],
    ],
    [
      'more than all that can be shared',
      changed({
        deductions: [deduct('net', '90')],
        steps: [of('distributable', '40'), of('distributable', '60.1')],
      }),
      ['steps.1.value over_100_percent'],
    ],
    [
      'what is left, and then something of the net',
      withSteps(of('remaining', '100'), of('net', '1')),
      ['steps.1.value over_100_percent'],
    ],
    [
      'too much off for what the steps give',
      changed({ deductions: [deduct('net', '30'), deduct('net', '20.01', 'b'), deduct('net', '1', 'c')] }),
      ['deductions.1.value over_100_percent'],
    ],
    [
      'too much off by its VAT',
      changed({ deductions: [deduct('gross', '50')] }),
      ['deductions.0.value over_100_percent'],
    ],
    [
      'more off than there is',
      changed({ deductions: [deduct('net', '60'), deduct('net', '40.5', 'b')], steps: [] }),
      ['deductions.1.value over_100_percent'],
    ],
    [
      'too much by the steps alone, whatever comes off',
      changed({ deductions: [deduct('net', '1')], steps: [of('net', '101')] }),
      ['steps.0.value over_100_percent'],
    ],
  ])('%s', (_, rule, faults) => expect(told(rule)).toEqual(faults));
});
