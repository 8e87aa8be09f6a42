import { PICO_PER_YUAN, formatFen, multiply, ratio, ratioOf } from '../kernel';
import { compileSplitRule } from './compile-split-rule';
import { split } from './split';
import type { SplitLine } from './split-line';
import type { SplitStep } from './split-rule';
import type { TrialCost } from './trial-cost';

/** Three million tokens that cost 1.5 and are owed 0.5 a million; paid lines have a net of 10. */
const line = (free: boolean): SplitLine => ({
  gross: free ? ratio(0n) : multiply(ratioOf('10'), ratio(PICO_PER_YUAN)),
  free,
  tokens: { input: 1_000_000n, output: 2_000_000n },
  costs: { compute: (3n * PICO_PER_YUAN) / 2n },
});
const cost: SplitStep = { party: 'compute', type: 'cost' };
const owed: SplitStep = { party: 'vendor', type: 'perMillion', class: '*', value: '0.5', onFree: true };
const floored: SplitStep = { party: 'channel', type: 'percent', basis: 'net', value: '10', floor: '0.2' };
const steps = [cost, owed, floored];
const shared = (operatorPercent: string): TrialCost => ({ borneBy: 'shared', operatorPercent });

function shares(all: readonly SplitStep[], trialCost: TrialCost | undefined, free = true): string[] {
  const rule = { vatRate: '0', vatIncluded: true, residual: 'operator', steps: all };
  const { shares: parties } = split(compileSplitRule({ ...rule, ...(trialCost && { trialCost }) }), [
    line(free),
  ]);
  return parties.map(({ party, shareFen }) => `${party} ${formatFen(shareFen)}`);
}

describe('what tokens cost that nobody paid for', () => {
  it.each<[string, readonly SplitStep[], TrialCost | undefined, string[]]>([
    ['is the operator’s', steps, undefined, ['compute 1.5', 'vendor 1.5', 'channel 0.2', 'operator -3.2']],
    [
      'is the operator’s where the rule says so',
      steps,
      { borneBy: 'operator' },
      ['compute 1.5', 'vendor 1.5', 'channel 0.2', 'operator -3.2'],
    ],
    [
      'is forgone by the partners',
      steps,
      { borneBy: 'partner' },
      ['compute 0', 'vendor 0', 'channel 0', 'operator 0'],
    ],
    [
      'is shared half and half',
      steps,
      shared('50'),
      ['compute 0.75', 'vendor 0.75', 'channel 0.1', 'operator -1.6'],
    ],
    [
      'is shared by thirds, to the fen',
      // Exactly 49.995, 49.995, 6.666 and −106.656 fen: three are missing, and go to all but the operator.
      [cost, owed, floored],
      shared('33.33'),
      ['compute 0.5', 'vendor 0.5', 'channel 0.07', 'operator -1.07'],
    ],
    [
      'is for a step what the step says',
      [{ ...cost, trialCost: { borneBy: 'operator' } }, owed, { ...floored, trialCost: shared('25') }],
      { borneBy: 'partner' },
      ['compute 1.5', 'vendor 0', 'channel 0.05', 'operator -1.55'],
    ],
    [
      'is nothing for tokens that are only paid for when they are sold',
      [{ party: 'vendor', type: 'perMillion', class: '*', value: '0.5' }, cost],
      shared('50'),
      ['vendor 0', 'compute 0.75', 'operator -0.75'],
    ],
    [
      'lessens what remains by what is due of it',
      // Half of 1.5; then a fifth of −0.75.
      [cost, { party: 'vendor', type: 'percent', basis: 'remaining', value: '20' }],
      shared('50'),
      ['compute 0.75', 'vendor -0.15', 'operator -0.6'],
    ],
  ])('%s', (_, all, trialCost, expected) => expect(shares(all, trialCost)).toEqual(expected));

  it('is no matter of what was paid for', () => {
    for (const trialCost of [undefined, { borneBy: 'partner' } as const, shared('50')])
      expect(shares(steps, trialCost, false)).toEqual([
        'compute 1.5',
        'vendor 1.5',
        'channel 1',
        'operator 6',
      ]);
  });
});
