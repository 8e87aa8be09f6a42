import fc from 'fast-check';
import { splitLines as lines, splitRules as rules } from '../../../test/support/any-split-rule';
import { add, compare, multiply, ratio, ratioOf, round, subtract, sum, type Ratio } from '../kernel';
import { compileSplitRule } from './compile-split-rule';
import { inFen } from './round-columns';
import { split, type SplitResult } from './split';

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

  it('is traced: of each line deductions and steps took what the residual party did not', () => {
    fc.assert(
      fc.property(splits, ({ rule, result }) => {
        for (const { net, deductions, steps: taken, left } of result.trace) {
          expect(deductions.map(({ name }) => name)).toEqual(rule.deductions?.map(({ name }) => name));
          expect(taken).toHaveLength(rule.steps.length);
          const shared = [...deductions, ...taken].map((one) => one.taken);
          expect(add(sum(shared), left)).toEqual(net);
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
    const renamed = <T extends { readonly party?: string }>(all: readonly T[]): T[] =>
      all.map((one) => (one.party === 'vendor' ? { ...one, party: 'p1' } : one));
    fc.assert(
      fc.property(rules, fc.array(lines, { maxLength: 8 }), (rule, all) => {
        const plain = { ...rule, minimumGuarantees: [] };
        const byRole = all.map((line) => ({ ...line, roles: { vendor: 'p1' } }));
        const byName = all.map((line) => ({ ...line, roles: {}, costs: { p1: line.costs?.vendor ?? 0n } }));
        const deductions = renamed(plain.deductions ?? []);
        const named = split(compileSplitRule({ ...plain, deductions, steps: renamed(plain.steps) }), byName);
        expect(split(compileSplitRule(plain), byRole)).toEqual(named);
      }),
    );
  });
});
