import fc from 'fast-check';
import { PICO_PER_FEN, type Fen, type PicoYuan } from '../../kernel';
import type { LineKey } from '../rollup-line';
import type { StatementLine } from '../settlement-plan';
import type { AccountRevenue, CoveredAccount, Coverage, OutstandingMonth } from './coverage-input';
import { DueShares } from './due-shares';
import type { MonthDue } from './month-due';

const MONTH = '2026-05';
const ACCOUNTS = [1, 2, 3];
const MODELS = ['a', 'b'];
const keyOf = (model: string): LineKey => ({
  ...{ planVersionId: 1, model, vendor: 'alpha', computeOwner: 'chips', channel: null, chipKind: 'npu' },
  ...{ kind: 'usage', paid: true },
});
const line = (
  lineKind: 'share' | 'clawback',
  originMonth: string,
  model: string | null,
  shareFen: Fen,
): StatementLine => ({
  ...{ lineKind, originMonth, splitRuleVersionId: null, key: model === null ? null : keyOf(model), shareFen },
  ...{ records: 0n, tokens: 0n, gross: 0n, counterparty: null, reference: null },
});

/** Of each model, its share and the gross of each account. */
interface Told {
  readonly shares: readonly Fen[];
  readonly gross: readonly (readonly PicoYuan[])[];
}

const revenueOf = ({ gross }: Told): AccountRevenue[] =>
  MODELS.flatMap((model, at) =>
    ACCOUNTS.map((accountId, index) => {
      const { channel: _channel, paid: _paid, ...key } = keyOf(model);
      return {
        ...key,
        kind: 'usage' as const,
        month: MONTH,
        currency: 'CNY',
        accountId,
        gross: gross[at]?.[index] ?? 0n,
      };
    }),
  );
const recognised = ({ gross }: Told, index: number): PicoYuan =>
  gross.reduce((all, amounts) => all + (amounts[index] ?? 0n), 0n);
const accountsOf = (told: Told, money: readonly PicoYuan[]): CoveredAccount[] =>
  ACCOUNTS.map((accountId, index) => ({
    ...{ accountId, currency: 'CNY', invoiced: 0n, collected: money[index] ?? 0n },
    months: [{ month: MONTH, revenue: recognised(told, index) }],
  }));
const linesOf = ({ shares }: Told): StatementLine[] =>
  shares.map((shareFen, at) => line('share', MONTH, MODELS[at] ?? 'a', shareFen));

const coverageOf = (
  told: Told,
  money: readonly PicoYuan[],
  outstanding: readonly OutstandingMonth[] = [],
): Coverage => ({
  ...{ before: 0, outstanding, revenue: revenueOf(told), accounts: accountsOf(told, money) },
});
const statement = (month: string, lines: readonly StatementLine[]) =>
  ({ party: 'alpha', currency: 'CNY', month, basis: 'collected', lines }) as const;

/** The month's own statement, and then one for each further state of the money, with what is taken back before it. */
function told(
  of: Told,
  moneys: readonly (readonly PicoYuan[])[],
  takenBack: readonly Fen[] = [],
): MonthDue[] {
  const months: MonthDue[] = [];
  moneys.forEach((money, index) => {
    const last = months.at(-1);
    if (last === undefined) {
      months.push(...new DueShares(coverageOf(of, money)).of(statement(MONTH, linesOf(of))).months);
      return;
    }
    const lines = linesOf(of).flatMap(({ key, shareFen }) =>
      key === null || shareFen <= 0n ? [] : [{ key, shareFen }],
    );
    const held = {
      party: 'alpha',
      currency: 'CNY',
      month: MONTH,
      basis: 'collected',
      heldFen: last.heldFen,
    } as const;
    const outstanding = [{ ...held, lines, movedFen: -last.takenBackFen }];
    const back = takenBack[index] ?? 0n;
    const moved = back === 0n ? [] : [line('clawback', MONTH, null, -back)];
    const due = new DueShares(coverageOf(of, money, outstanding)).of(statement('2026-06', moved));
    expect(due.coveredFen).toBe(last.heldFen - (due.months[0]?.heldFen ?? 0n));
    expect(due.uncoveredFen).toBe(0n);
    months.push(...due.months);
  });
  return months;
}

const fen = fc.bigInt({ min: 0n, max: 1_000_000n });
const pico = fc.bigInt({ min: 0n, max: 10_000n * PICO_PER_FEN });
const anyTold = fc.record({
  shares: fc.tuple(fen, fen).filter((shares) => shares.some((one) => one > 0n)),
  gross: fc.tuple(fc.tuple(pico, pico, pico), fc.tuple(pico, pico, pico)),
});
const anyMoney = fc.tuple(pico, pico, pico);
const enough = (of: Told): PicoYuan[] => ACCOUNTS.map((_, index) => recognised(of, index));

describe('what of a share waits', () => {
  it('is between nothing and the share, and never grows once the share was stated', () => {
    fc.assert(
      fc.property(anyTold, fc.array(anyMoney, { minLength: 1, maxLength: 5 }), (of, moneys) => {
        const months = told(of, moneys);
        const share = of.shares.reduce((all, one) => all + one, 0n);
        let last = share;
        for (const { shareFen, heldFen } of months) {
          expect(shareFen).toBe(share);
          expect(heldFen).toBeGreaterThanOrEqual(0n);
          expect(heldFen).toBeLessThanOrEqual(last);
          last = heldFen;
        }
      }),
    );
  });

  it('is no more where more was collected', () => {
    fc.assert(
      fc.property(anyTold, anyMoney, anyMoney, (of, less, more) => {
        const [first] = told(of, [less]);
        const [second] = told(of, [less.map((amount, index) => amount + (more[index] ?? 0n))]);
        expect(second?.heldFen).toBeLessThanOrEqual(first?.heldFen ?? 0n);
      }),
    );
  });

  it('is nothing once all is collected: the whole share was due, whatever was rounded', () => {
    fc.assert(
      fc.property(anyTold, anyMoney, (of, money) => {
        expect(told(of, [money, enough(of)]).at(-1)?.heldFen).toBe(0n);
      }),
    );
  });

  it('is all of the share while nothing is collected of whatever has revenue', () => {
    fc.assert(
      fc.property(anyTold, (of) => {
        const gross = of.gross.map((amounts) => amounts.map((amount) => amount + PICO_PER_FEN));
        const [month] = told({ ...of, gross }, [[]]);
        expect(month?.heldFen).toBe(month?.shareFen);
      }),
    );
  });

  it('is first what is taken back', () => {
    fc.assert(
      fc.property(anyTold, anyMoney, fen, (of, money, back) => {
        const [first, second] = told(of, [money, money], [0n, back]);
        const leftFen = (first?.shareFen ?? 0n) - back;
        const most = leftFen < 0n ? 0n : leftFen;
        expect(second?.takenBackFen).toBe(back);
        expect(second?.heldFen).toBeLessThanOrEqual(most);
        expect(told(of, [[], []], [0n, back])[1]?.heldFen).toBeLessThanOrEqual(most);
      }),
    );
  });

  it('is the same in any order of accounts, records and lines', () => {
    fc.assert(
      fc.property(anyTold, anyMoney, (of, money) => {
        const coverage = coverageOf(of, money);
        const reversed = {
          ...coverage,
          revenue: [...coverage.revenue].reverse(),
          accounts: [...coverage.accounts].reverse(),
        };
        const lines = linesOf(of);
        const one = new DueShares(coverage);
        const other = new DueShares(reversed);
        expect(other.of(statement(MONTH, [...lines].reverse()))).toEqual(one.of(statement(MONTH, lines)));
        expect(other.covers()).toEqual(one.covers());
      }),
    );
  });
});
