import { namesAmounts } from './names-amounts';
import type { SplitRule, SplitStep } from './split-rule';

const rule = (steps: readonly SplitStep[], more: Partial<SplitRule> = {}): SplitRule => ({
  vatRate: '0.06',
  vatIncluded: true,
  residual: 'operator',
  steps,
  ...more,
});
const percent = { type: 'percent', party: 'vendor', basis: 'net', value: '40' } as const;
const perMillion = { type: 'perMillion', party: 'vendor', class: '*' } as const;
const tiered = { type: 'tieredPercent', party: 'vendor', basis: 'net' } as const;

it.each<[string, SplitRule, boolean]>([
  ['a share', rule([percent]), false],
  ['what a cost book asks', rule([{ type: 'cost', party: 'compute' }]), false],
  ['never less than nothing', rule([{ ...percent, floor: '0.00' }]), false],
  ['never less than something', rule([{ ...percent, floor: '0.01' }]), true],
  ['so much a million', rule([percent, { ...perMillion, value: '0.5' }]), true],
  ['nothing a million', rule([{ ...perMillion, value: '0' }]), false],
  [
    'so much a million of one model',
    rule([{ ...perMillion, value: '0', rates: [{ model: 'a', value: '0.5' }] }]),
    true,
  ],
  ['a deduction', rule([percent], { deductions: [{ name: 'bad_debt', basis: 'net', value: '2' }] }), false],
  ['one share whatever there is', rule([{ ...tiered, tiers: [{ upTo: null, value: '30' }] }]), false],
  [
    'another share beyond so much',
    rule([
      {
        ...tiered,
        tiers: [
          { upTo: '1000', value: '30' },
          { upTo: null, value: '20' },
        ],
      },
    ]),
    true,
  ],
  ['a guarantee', rule([percent], { minimumGuarantees: [{ party: 'vendor', amount: '2000' }] }), true],
])('%s', (_what, one, expected) => expect(namesAmounts(one)).toBe(expected));
