import { PICO_PER_YUAN, formatFen, multiply, ratio, ratioOf, type Ratio } from '../kernel';
import { compileSplitRule } from './compile-split-rule';
import { split, type SplitResult } from './split';
import type { SplitLine } from './split-line';
import type { SplitRule, SplitStep } from './split-rule';

const pico = (yuan: string): Ratio => multiply(ratioOf(yuan), ratio(PICO_PER_YUAN));
const line = (gross: string, rest: Partial<SplitLine> = {}): SplitLine => ({
  gross: pico(gross),
  free: false,
  tokens: {},
  ...rest,
});
const badDebt = { name: 'bad_debt', basis: 'net', value: '8' } as const;
const service = { name: 'service_fee', basis: 'net', value: '10' } as const;
const half: SplitStep = { party: 'vendor', type: 'percent', basis: 'distributable', value: '50' };
const rule = (steps: SplitStep[], rest: Partial<SplitRule> = {}): SplitRule => ({
  vatRate: '0.06',
  vatIncluded: true,
  residual: 'operator',
  deductions: [badDebt, service],
  steps,
  ...rest,
});
const run = (document: SplitRule, ...lines: SplitLine[]): SplitResult =>
  split(compileSplitRule(document), lines);
const shares = (result: SplitResult): string[] =>
  result.shares.map(({ party, shareFen }) => `${party} ${formatFen(shareFen)}`);

describe('deductions', () => {
  // 106 with VAT is 100 without; 8 and 10 come off, 82 can be shared.
  it.each<[string, SplitRule, SplitLine, string[]]>([
    ['are the residual party’s', rule([half]), line('106'), ['vendor 41', 'operator 59']],
    [
      'are whoever’s they name, a role of the line or a party',
      rule([half], {
        deductions: [
          { ...badDebt, party: 'channel' },
          { ...service, party: 'agency' },
        ],
      }),
      line('106', { roles: { channel: 'shop' } }),
      ['shop 8', 'agency 10', 'vendor 41', 'operator 41'],
    ],
    [
      'may be of the amount with VAT',
      // 10.6 of 106: 89.4 is left.
      rule([half], { deductions: [{ ...service, basis: 'gross' }] }),
      line('106'),
      ['vendor 44.7', 'operator 55.3'],
    ],
    [
      'leave what remains to the first step',
      rule([{ ...half, basis: 'remaining' }]),
      line('106'),
      ['vendor 41', 'operator 59'],
    ],
    [
      'leave the net and the gross to the steps that ask for them',
      rule([
        { ...half, basis: 'net', value: '10' },
        { ...half, basis: 'gross', party: 'compute', value: '10' },
      ]),
      line('106'),
      ['vendor 10', 'compute 10.6', 'operator 79.4'],
    ],
    [
      'leave what can be shared as it is, whatever the steps take of it',
      rule([half, { ...half, party: 'compute', value: '40' }]),
      line('106'),
      ['vendor 41', 'compute 32.8', 'operator 26.2'],
    ],
    ['come back with a refund', rule([half]), line('-106'), ['vendor -41', 'operator -59']],
    [
      'take nothing of what nobody paid for',
      rule([half, { party: 'compute', type: 'cost' }]),
      line('0', { free: true, costs: { compute: PICO_PER_YUAN } }),
      ['vendor 0', 'compute 1', 'operator -1'],
    ],
    [
      'take nothing of what somebody has whole',
      rule([half]),
      line('106', { ownedBy: 'operator' }),
      ['operator 100'],
    ],
    [
      'come before tiers of what can be shared',
      // 82: the first 50 at half, 32 at a quarter.
      rule([
        {
          party: 'vendor',
          type: 'tieredPercent',
          basis: 'distributable',
          tiers: [
            { upTo: '50', value: '50' },
            { upTo: null, value: '25' },
          ],
        },
      ]),
      line('106'),
      ['vendor 33', 'operator 67'],
    ],
  ])('%s', (_, document, one, expected) => expect(shares(run(document, one))).toEqual(expected));

  it('are traced by their names, exactly', () => {
    const [traced] = run(rule([half]), line('1')).trace;
    expect(traced).toEqual({
      net: ratio(50n * PICO_PER_YUAN, 53n),
      deductions: [
        { name: 'bad_debt', party: 'operator', taken: ratio(4n * PICO_PER_YUAN, 53n) },
        { name: 'service_fee', party: 'operator', taken: ratio(5n * PICO_PER_YUAN, 53n) },
      ],
      steps: [{ party: 'vendor', taken: ratio(41n * PICO_PER_YUAN, 106n), atFloor: false }],
      left: ratio(41n * PICO_PER_YUAN, 106n),
    });
  });

  it('count towards a minimum guarantee of who has them', () => {
    const guaranteed = rule([half], {
      deductions: [{ ...service, party: 'channel' }],
      minimumGuarantees: [{ party: 'channel', amount: '12' }],
    });
    const { topUps } = run(guaranteed, line('106'));
    expect(topUps).toEqual([{ party: 'channel', amount: pico('2') }]);
  });
});
