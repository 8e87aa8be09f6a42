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
const perToken: SplitStep = { party: 'vendor', type: 'perMillion', class: '*', value: '0.5' };
const ladder: SplitStep = {
  party: 'vendor',
  type: 'tieredPercent',
  basis: 'net',
  tiers: [
    { upTo: '100', value: '50' },
    { upTo: null, value: '60' },
  ],
};

describe('one line', () => {
  it.each<[string, SplitRule, SplitLine, string[]]>([
    ['without a step is the residual party’s', rule([]), line('1'), ['operator 1']],
    [
      'is shared of the gross, with VAT',
      rule([{ ...half, basis: 'gross' }], { vatRate: '0.06' }),
      line('1.06'),
      ['vendor 0.53', 'operator 0.47'],
    ],
    ['is shared of the net', rule([half], { vatRate: '0.06' }), line('1.06'), ['vendor 0.5', 'operator 0.5']],
    [
      'is shared of what remains',
      rule([half, { ...half, party: 'compute', basis: 'remaining' }]),
      line('1'),
      ['vendor 0.5', 'compute 0.25', 'operator 0.25'],
    ],
    [
      'pays costs beyond its amount',
      rule([{ party: 'vendor', type: 'cost' }]),
      line('1', { costs: { vendor: 2n * PICO_PER_YUAN } }),
      ['vendor 2', 'operator -1'],
    ],
    [
      'pays no cost that nobody asks',
      rule([{ party: 'vendor', type: 'cost' }]),
      line('1'),
      ['vendor 0', 'operator 1'],
    ],
    [
      'pays for all tokens',
      rule([perToken]),
      line('1', { tokens: { input: 1_000_000n, output: 1_000_000n } }),
      ['vendor 1', 'operator 0'],
    ],
    [
      'pays for no meter that is no token',
      rule([perToken]),
      line('1', { tokens: { requests: 1_000_000n } }),
      ['vendor 0', 'operator 1'],
    ],
    [
      'pays for one class',
      rule([{ ...perToken, class: 'output' }]),
      line('1', { tokens: { input: 5n, output: 1_000_000n } }),
      ['vendor 0.5', 'operator 0.5'],
    ],
    [
      'pays nothing for free tokens',
      rule([perToken]),
      line('0', { free: true, tokens: { input: 1_000_000n } }),
      ['vendor 0', 'operator 0'],
    ],
    [
      'pays for free tokens where the step says so',
      rule([{ ...perToken, onFree: true }]),
      line('0', { free: true, tokens: { input: 1_000_000n } }),
      ['vendor 0.5', 'operator -0.5'],
    ],
    [
      'pays for tokens that happened to cost 0',
      rule([perToken]),
      line('0', { tokens: { input: 1_000_000n } }),
      ['vendor 0.5', 'operator -0.5'],
    ],
    ['is held to the floor', rule([{ ...half, floor: '0.8' }]), line('1'), ['vendor 0.8', 'operator 0.2']],
    [
      'has no floor where the step is not due',
      rule([{ ...perToken, floor: '0.8' }]),
      line('0', { free: true }),
      ['vendor 0', 'operator 0'],
    ],
    [
      'gives two steps of one party together',
      rule([half, { ...half, value: '10' }]),
      line('1'),
      ['vendor 0.6', 'operator 0.4'],
    ],
    [
      'may name the residual party first',
      rule([
        { ...half, party: 'operator' },
        { ...half, basis: 'remaining' },
      ]),
      line('1'),
      ['vendor 0.25', 'operator 0.75'],
    ],
  ])('%s', (_, document, one, expected) => {
    expect(shares(run(document, [one]))).toEqual(expected);
  });
});

describe('totals', () => {
  it.each<[string, Partial<SplitRule>, SplitLine, string[]]>([
    ['VAT included', { vatRate: '0.06' }, line('9.9'), ['9.9', '9.34', '0.56']],
    ['VAT on top', { vatRate: '0.06', vatIncluded: false }, line('100'), ['106', '100', '6']],
    [
      'a net that a document fixed',
      { vatRate: '0.06' },
      line('9.9', { net: pico('9.33') }),
      ['9.9', '9.33', '0.57'],
    ],
    ['half a fen back', {}, line('-0.005'), ['-0.01', '-0.01', '0']],
  ])('%s', (_, rest, one, expected) => {
    const { paidFen, netFen, taxFen } = run(rule([half], rest), [one]);
    expect([paidFen, netFen, taxFen].map(formatFen)).toEqual(expected);
  });

  it('of no line are nothing', () => {
    expect(run(rule([half]), [])).toMatchObject({ paidFen: 0n, netFen: 0n, taxFen: 0n, trace: [] });
    expect(shares(run(rule([half]), []))).toEqual(['operator 0']);
  });
});

describe('a tiered percentage', () => {
  it('goes back down with refunds, and below zero at the first rate', () => {
    const result = run(rule([ladder]), [line('150'), line('-70'), line('-100')]);
    expect(columns(result)).toEqual(['vendor 0:80 1:-40 2:-50', 'operator 0:70 1:-30 2:-50']);
  });

  it('accumulates for each partner by itself', () => {
    const of = (vendor: string): Partial<SplitLine> => ({ roles: { vendor } });
    const result = run(rule([ladder]), [line('100', of('a')), line('100', of('b')), line('100', of('a'))]);
    expect(columns(result)).toEqual(['a 0:50 2:60', 'b 1:50', 'operator 0:50 1:50 2:40']);
  });
});

it('throws on a percentage whose last tier has a bound', () => {
  const bounded: SplitStep = { ...ladder, tiers: [{ upTo: '100', value: '50' }] };
  expect(() => run(rule([bounded]), [line('101')])).toThrow(RangeError);
});

it('traces what each step took of each line, exactly', () => {
  const steps: SplitStep[] = [half, { ...half, party: 'compute', value: '1', floor: '0.1' }];
  const { trace } = run(rule(steps, { vatRate: '0.06' }), [line('1.06'), line('-0.53')]);
  expect(trace).toEqual([
    {
      net: pico('1'),
      deductions: [],
      steps: [
        { party: 'vendor', taken: pico('0.5'), atFloor: false },
        { party: 'compute', taken: pico('0.1'), atFloor: true },
      ],
      left: pico('0.4'),
    },
    {
      net: pico('-0.5'),
      deductions: [],
      steps: [
        { party: 'vendor', taken: pico('-0.25'), atFloor: false },
        { party: 'compute', taken: pico('0.1'), atFloor: true },
      ],
      left: pico('-0.35'),
    },
  ]);
});

it('throws on a step that it does not know', () => {
  const unknown = { party: 'vendor', type: 'gift' } as unknown as SplitStep;
  expect(() => compileSplitRule(rule([unknown]))).toThrow('impossible');
});
