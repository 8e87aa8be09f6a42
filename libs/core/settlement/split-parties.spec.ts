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

const rule = (steps: SplitStep[], rest: Partial<SplitRule> = {}): SplitRule => ({
  vatRate: '0',
  vatIncluded: true,
  residual: 'operator',
  steps,
  ...rest,
});

const run = (document: SplitRule, lines: SplitLine[]): SplitResult =>
  split(compileSplitRule(document), lines);

const shares = (result: SplitResult): string[] =>
  result.shares.map(({ party, shareFen }) => `${party} ${formatFen(shareFen)}`);

const columns = (result: SplitResult): string[] =>
  result.shares.map(({ party, column }) =>
    [party, ...column.map(({ row, fen }) => `${row}:${formatFen(fen)}`)].join(' '),
  );

const half: SplitStep = { party: 'vendor', type: 'percent', basis: 'net', value: '50' };

describe('roles', () => {
  const both = rule([half, { ...half, party: 'compute', value: '30' }]);

  it('are the partners that the line names, and parties by their own name otherwise', () => {
    const result = run(both, [
      line('1', { roles: { vendor: 'p1', compute: 'p1' } }),
      line('1', { roles: { vendor: 'p2' } }),
    ]);
    expect(shares(result)).toEqual(['p1 0.8', 'p2 0.5', 'compute 0.3', 'operator 0.4']);
  });

  it('may be the residual party, which no line renames', () => {
    const result = run(both, [line('1', { roles: { vendor: 'operator', operator: 'p9' } })]);
    expect(shares(result)).toEqual(['compute 0.3', 'operator 0.7']);
  });

  it('ask their cost by the name of the role', () => {
    const cost: SplitStep = { party: 'vendor', type: 'cost' };
    const costs = { vendor: PICO_PER_YUAN / 4n, p1: PICO_PER_YUAN };
    expect(shares(run(rule([cost]), [line('1', { roles: { vendor: 'p1' }, costs })]))).toEqual([
      'p1 0.25',
      'operator 0.75',
    ]);
  });

  it.each(['constructor', '__proto__', 'toString'])('may be called %s', (party) => {
    const odd = rule([{ party, type: 'cost' }]);
    expect(shares(run(odd, [line('1', { roles: {}, costs: {} })]))).toEqual([`${party} 0`, 'operator 1']);
  });
});

describe('minimum guarantees', () => {
  const guaranteed = (...amounts: [string, string][]): Partial<SplitRule> => ({
    minimumGuarantees: amounts.map(([party, amount]) => ({ party, amount })),
  });

  it('take the difference from the residual party', () => {
    const result = run(rule([half], guaranteed(['vendor', '5'])), [line('1'), line('3')]);
    expect(columns(result)).toEqual(['vendor 0:0.5 1:1.5 guarantee:3', 'operator 0:0.5 1:1.5 guarantee:-3']);
    expect(result.topUps).toEqual([{ party: 'vendor', amount: pico('3') }]);
  });

  it('pay nothing to who has enough', () => {
    const result = run(rule([half], guaranteed(['vendor', '0.5'])), [line('1')]);
    expect(columns(result)).toEqual(['vendor 0:0.5', 'operator 0:0.5']);
  });

  it('compare with the exact share, not with the rounded one', () => {
    const result = run(rule([half], guaranteed(['vendor', '0.01'])), [line('0.019')]);
    expect(result.topUps).toEqual([{ party: 'vendor', amount: pico('0.0005') }]);
  });

  it('add up in the column of the residual party', () => {
    const result = run(rule([half], guaranteed(['vendor', '2'], ['channel', '1'])), [line('2')]);
    expect(columns(result)).toEqual([
      'vendor 0:1 guarantee:1',
      'channel guarantee:1',
      'operator 0:1 guarantee:-2',
    ]);
  });

  it('of a role are one for each of its partners', () => {
    const lines = ['p1', 'p2', 'operator'].map((vendor) => line('2', { roles: { vendor } }));
    const result = run(rule([half], guaranteed(['vendor', '1.5'])), lines);
    expect(shares(result)).toEqual(['p1 1.5', 'p2 1.5', 'operator 3']);
  });

  it('hold in a month without a line', () => {
    expect(shares(run(rule([half], guaranteed(['vendor', '5'])), []))).toEqual(['vendor 5', 'operator -5']);
  });
});
