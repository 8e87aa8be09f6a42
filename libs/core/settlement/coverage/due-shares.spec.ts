import { PICO_PER_FEN, type Fen } from '../../kernel';
import type { LineKey, RollupKind } from '../rollup-line';
import type { StatementLine, StatementLineKind } from '../settlement-plan';
import type { AccountRevenue, Coverage } from './coverage-input';
import { DueShares } from './due-shares';

const MONTH = '2026-05';
const OF_MODEL = { model: 'a', vendor: 'alpha', computeOwner: 'chips', chipKind: 'npu' };
const key = (planVersionId: number, kind: RollupKind, model: string | null = 'a'): LineKey => ({
  ...{ ...OF_MODEL, planVersionId, model, channel: null, kind, paid: true },
});
const line = (
  shareFen: Fen,
  of: LineKey | null = key(1, 'usage'),
  lineKind: StatementLineKind = 'share',
  originMonth = MONTH,
): StatementLine => ({
  ...{ lineKind, originMonth, splitRuleVersionId: null, key: of, shareFen },
  ...{ records: 0n, tokens: 0n, gross: 0n, counterparty: null, reference: null },
});
const used = (
  accountId: number,
  planVersionId: number,
  kind: 'package' | 'usage',
  fen: bigint,
): AccountRevenue => ({
  ...{
    ...OF_MODEL,
    accountId,
    planVersionId,
    kind,
    month: MONTH,
    currency: 'CNY',
    gross: fen * PICO_PER_FEN,
  },
});
const account = (accountId: number, revenueFen: bigint, invoicedFen: bigint) => ({
  ...{ accountId, currency: 'CNY', invoiced: invoicedFen * PICO_PER_FEN, collected: 0n },
  months: [{ month: MONTH, revenue: revenueFen * PICO_PER_FEN }],
});

/** Account 1 was invoiced for all of its usage; account 2, on another plan, for nothing; both used the model. */
const COVERAGE: Coverage = {
  before: 0,
  outstanding: [],
  revenue: [used(1, 1, 'usage', 300n), used(2, 2, 'package', 100n)],
  accounts: [account(1, 300n, 300n), account(2, 100n, 0n)],
};
const held = (lines: readonly StatementLine[], month = MONTH): string => {
  const due = new DueShares(COVERAGE);
  const of = due.of({ party: 'alpha', currency: 'CNY', month, basis: 'invoiced', lines });
  return of.months.map(({ heldFen, shareFen }) => `${heldFen} of ${shareFen}`).join();
};

describe('which shares wait', () => {
  it.each<[what: string, lines: readonly StatementLine[], held: string]>([
    ['a line whose accounts were all invoiced is due', [line(50n)], '0 of 50'],
    ['a line whose accounts were not waits', [line(50n, key(2, 'package'))], '50 of 50'],
    ['lines wait by their own accounts', [line(50n), line(10n, key(2, 'package'))], '10 of 60'],
    ['breakage waits with those who used the model', [line(40n, key(1, 'breakage'))], '10 of 40'],
    ['a line that nobody’s records are of is due', [line(40n, key(1, 'fee', null))], '0 of 40'],
    ['of a fen that is due in part all waits', [line(1n, key(1, 'breakage'))], '1 of 1'],
    ['below nothing is no share', [line(50n, key(2, 'package')), line(-20n)], '50 of 50'],
    ['a guarantee is due', [line(50n, null, 'guarantee')], ''],
    ['an adjustment is due', [line(50n, null, 'adjustment', '2026-04')], ''],
    ['a clawback is due', [line(-50n, null, 'clawback', '2026-04')], ''],
    ['what a minimum tops up is due', [line(50n, key(2, 'package')), line(9n, null, 'minimum')], '50 of 50'],
  ])('%s', (_what, lines, expected) => {
    expect(held(lines)).toBe(expected);
  });

  it('is nothing where the contract waits for nothing', () => {
    const due = new DueShares(COVERAGE);
    const statement = {
      party: 'alpha',
      currency: 'CNY',
      month: MONTH,
      lines: [line(50n, key(2, 'package'))],
    };
    expect(due.of({ ...statement, basis: undefined }).months).toEqual([]);
    expect(due.covers()).toEqual([]);
  });

  it('remembers each account that it looked at, once', () => {
    const due = new DueShares(COVERAGE);
    const lines = [line(50n), line(10n, key(2, 'package')), line(40n, key(1, 'breakage'))];
    due.of({ party: 'alpha', currency: 'CNY', month: MONTH, basis: 'invoiced', lines });
    expect(due.covers().map(({ accountId, revenue, money }) => [accountId, revenue, money])).toEqual([
      [1, 300n * PICO_PER_FEN, 300n * PICO_PER_FEN],
      [2, 100n * PICO_PER_FEN, 0n],
    ]);
  });
});
