import { checkSplitRule } from './check-split-rule';
import type { SplitRule, SplitStep } from './split-rule';

const half: SplitStep = { party: 'vendor', type: 'percent', basis: 'net', value: '50' };
const perToken: SplitStep = { party: 'vendor', type: 'perMillion', class: '*', value: '0.5' };
/** What comes from outside need not have the shape that the types promise. */
const changed = (change: object): SplitRule => ({
  vatRate: '0.06',
  vatIncluded: true,
  residual: 'operator',
  steps: [half],
  ...change,
});
const odd = (step: object): SplitRule => changed({ steps: [step] });
const told = (rule: SplitRule): string[] => checkSplitRule(rule).map(({ path, code }) => `${path} ${code}`);

describe('what a rule says beside its steps', () => {
  const deductions = (...all: object[]): SplitRule => changed({ deductions: all });
  const fee = { name: 'service_fee', basis: 'net', value: '1' };
  const rates = (...all: object[]): SplitRule => odd({ ...perToken, rates: all });

  it.each<[string, SplitRule, string[]]>([
    ['deductions', deductions(fee, { ...fee, name: 'bad_debt', basis: 'gross', party: 'channel' }), []],
    ['a deduction without a name', deductions({ ...fee, name: '' }), ['deductions.0.name name_missing']],
    ['a name twice', deductions(fee, { ...fee, value: '2' }), ['deductions.1.name name_twice']],
    [
      'a deduction of what is left',
      deductions({ ...fee, basis: 'remaining' }),
      ['deductions.0.basis unknown_basis'],
    ],
    ['a deduction below zero', deductions({ ...fee, value: '-1' }), ['deductions.0.value negative']],
    [
      'a deduction of more than all',
      deductions({ ...fee, value: '101' }),
      ['deductions.0.value over_100_percent'],
    ],
    ['a deduction for nobody', deductions({ ...fee, party: '' }), ['deductions.0.party party_missing']],
    ['a trial’s cost', changed({ trialCost: { borneBy: 'shared', operatorPercent: '33.3' } }), []],
    [
      'a trial’s cost of nobody known',
      changed({ trialCost: { borneBy: 'customer' } }),
      ['trialCost.borneBy unknown_bearer'],
    ],
    [
      'more than a trial’s cost',
      changed({ trialCost: { borneBy: 'shared', operatorPercent: '100.1' } }),
      ['trialCost.operatorPercent over_100_percent'],
    ],
    [
      'a part in words, of one step',
      odd({ type: 'cost', party: 'compute', trialCost: { borneBy: 'shared', operatorPercent: 'half' } }),
      ['steps.0.trialCost.operatorPercent not_a_decimal'],
    ],
    [
      'a trial’s cost of what is never due then',
      odd({ ...perToken, trialCost: { borneBy: 'partner' } }),
      ['steps.0.trialCost never_due_on_free'],
    ],
    ['a trial’s cost of tokens', odd({ ...perToken, onFree: true, trialCost: { borneBy: 'partner' } }), []],
    [
      'prices by model and chip',
      rates(
        { model: 'a*', value: '1' },
        { chipKind: 'x', value: '1' },
        { model: 'a*', chipKind: 'x', value: '0' },
      ),
      [],
    ],
    ['a price below zero', rates({ model: 'a', value: '-1' }), ['steps.0.rates.0.value negative']],
    ['a price for all', rates({ value: '1' }), ['steps.0.rates.0 names_nothing']],
    ['a price for all by a star', rates({ model: '*', value: '1' }), ['steps.0.rates.0 names_nothing']],
    [
      'a price for a chip without a name',
      rates({ chipKind: '', value: '1' }),
      ['steps.0.rates.0 names_nothing'],
    ],
    [
      'a price twice',
      rates({ chipKind: 'x', value: '1' }, { model: '*', chipKind: 'x', value: '2' }),
      ['steps.0.rates.1 tie'],
    ],
    [
      'patterns that may meet',
      rates({ model: 'a*', value: '1' }, { model: '*b', value: '2' }),
      ['steps.0.rates.1 tie'],
    ],
    ['patterns that cannot', rates({ model: 'a*', value: '1' }, { model: 'b*', value: '2' }), []],
  ])('%s', (_, rule, faults) => expect(told(rule)).toEqual(faults));
});
