import fc from 'fast-check';
import { add, compare, multiply, ratio, ratioOf, round, subtract, sum, type Ratio } from '../kernel';
import { compileSplitRule } from './compile-split-rule';
import { inFen } from './round-columns';
import { split, type SplitResult } from './split';
import type { SplitLine } from './split-line';
import type { SplitRule, SplitStep } from './split-rule';

const percents = fc.integer({ min: 0, max: 100_000 }).map((value) => String(value / 1000));
const yuan = (max: number) => fc.integer({ min: 0, max: max * 100 }).map((fen) => String(fen / 100));
const parties = fc.constantFrom('vendor', 'compute', 'channel', 'operator', 'a partner by name');
const floors = fc.option(yuan(2), { nil: undefined }).map((floor) => (floor === undefined ? {} : { floor }));

const steps: fc.Arbitrary<SplitStep> = fc
  .tuple(
    fc.oneof(
      fc.record({
        type: fc.constant('percent' as const),
        party: parties,
        basis: fc.constantFrom('gross' as const, 'net' as const, 'remaining' as const),
        value: percents,
      }),
      fc.record({ type: fc.constant('cost' as const), party: parties }),
      fc.record({
        type: fc.constant('perMillion' as const),
        party: parties,
        class: fc.constantFrom('*', 'output'),
        value: yuan(5),
        onFree: fc.boolean(),
      }),
      fc.record({
        type: fc.constant('tieredPercent' as const),
        party: parties,
        basis: fc.constantFrom('net' as const, 'remaining' as const),
        tiers: fc.tuple(percents, percents).map(([low, high]) => [
          { upTo: '150', value: low },
          { upTo: null, value: high },
        ]),
      }),
    ),
    floors,
  )
  .map(([step, floor]) => ({ ...step, ...floor }));

const rules: fc.Arbitrary<SplitRule> = fc.record({
  vatRate: fc.constantFrom('0', '0.06', '0.13'),
  vatIncluded: fc.boolean(),
  residual: fc.constant('operator'),
  steps: fc.array(steps, { maxLength: 6 }),
  minimumGuarantees: fc.array(
    fc.record({ party: fc.constantFrom('vendor', 'channel', 'somebody else'), amount: yuan(300) }),
    { maxLength: 3 },
  ),
});

const partners = fc.constantFrom('p1', 'p2', 'operator');
const roles = fc.oneof(
  fc.constant({}),
  fc.record({ vendor: partners, compute: partners }, { requiredKeys: [] }) as fc.Arbitrary<
    Record<string, string>
  >,
);

const lines: fc.Arbitrary<SplitLine> = fc.record({
  gross: fc.bigInt({ min: -(10n ** 14n), max: 2n * 10n ** 14n }).map((pico) => ratio(pico)),
  free: fc.boolean(),
  tokens: fc.record({
    input: fc.bigInt({ min: 0n, max: 10n ** 7n }),
    output: fc.bigInt({ min: 0n, max: 10n ** 7n }),
  }),
  costs: fc.record({ vendor: fc.bigInt({ min: 0n, max: 10n ** 13n }) }),
  roles,
});

const splits = fc
  .tuple(rules, fc.array(lines, { maxLength: 12 }))
  .map(([rule, all]) => ({ rule, lines: all, result: split(compileSplitRule(rule), all) }));

const total = (figures: readonly bigint[]): bigint => figures.reduce((a, b) => a + b, 0n);
const exactNet = (result: SplitResult): Ratio => sum(result.trace.map(({ net }) => net));

describe('a split', () => {
  it('conserves: the parties add up to the net, net and tax to what was paid', () => {
    fc.assert(
      fc.property(splits, ({ result }) => {
        expect(total(result.shares.map(({ shareFen }) => shareFen))).toBe(result.netFen);
        expect(result.netFen + result.taxFen).toBe(result.paidFen);
        expect(result.netFen).toBe(round(inFen(exactNet(result))));
        expect(sum(result.shares.map(({ exactPico }) => exactPico))).toEqual(exactNet(result));
      }),
    );
  });

  it('foots every column, and over the columns every row is the line’s net or nothing', () => {
    fc.assert(
      fc.property(splits, ({ result }) => {
        for (const { column, shareFen } of result.shares)
          expect(total(column.map(({ fen }) => fen))).toBe(shareFen);
        const cells = result.shares.flatMap(({ column }) => column);
        const rowOf = (row: unknown): Ratio =>
          sum(cells.filter((cell) => cell.row === row).map((cell) => cell.exactPico));
        result.trace.forEach(({ net }, row) => expect(rowOf(row)).toEqual(net));
        expect(rowOf('guarantee').n).toBe(0n);
        expect(total(cells.map(({ fen }) => fen))).toBe(result.netFen);
      }),
    );
  });

  it('is never a fen off anywhere', () => {
    const near = (fen: bigint, exactPico: Ratio, below: bigint): void => {
      const difference = subtract(ratio(fen), inFen(exactPico));
      expect(compare(difference, ratio(-1n - below)) > 0 && compare(difference, ratio(1n)) < 0).toBe(true);
    };
    fc.assert(
      fc.property(splits, ({ result }) => {
        for (const { column, shareFen, exactPico } of result.shares) {
          near(shareFen, exactPico, 0n);
          for (const cell of column) near(cell.fen, cell.exactPico, 0n);
        }
      }),
    );
  });

  it('is traced: of each line the steps took what the residual party did not', () => {
    fc.assert(
      fc.property(splits, ({ rule, result }) => {
        for (const { net, steps: taken, left } of result.trace) {
          expect(taken).toHaveLength(rule.steps.length);
          expect(add(sum(taken.map((step) => step.taken)), left)).toEqual(net);
        }
      }),
    );
  });

  it('keeps every guarantee', () => {
    fc.assert(
      fc.property(splits, ({ rule, result }) => {
        for (const { party, amount } of rule.minimumGuarantees ?? []) {
          const share = result.shares.find((one) => one.party === party);
          const topped = result.topUps.some((one) => one.party === party);
          const floor = multiply(ratioOf(amount), ratio(10n ** 12n));
          if (topped && share) expect(compare(share.exactPico, floor)).toBeGreaterThanOrEqual(0);
        }
        expect(result.topUps.every(({ amount }) => amount.n > 0n)).toBe(true);
      }),
    );
  });

  it('gives the same figures whether a role or the partner itself is named', () => {
    const renamed = (steps: readonly SplitStep[]): SplitStep[] =>
      steps.map((step) => (step.party === 'vendor' ? { ...step, party: 'p1' } : step));
    fc.assert(
      fc.property(rules, fc.array(lines, { maxLength: 8 }), (rule, all) => {
        const plain = { ...rule, minimumGuarantees: [] };
        const byRole = all.map((line) => ({ ...line, roles: { vendor: 'p1' } }));
        const byName = all.map((line) => ({ ...line, roles: {}, costs: { p1: line.costs?.vendor ?? 0n } }));
        const named = split(compileSplitRule({ ...plain, steps: renamed(plain.steps) }), byName);
        expect(split(compileSplitRule(plain), byRole)).toEqual(named);
      }),
    );
  });
});
