import { asOwner } from '../support/as-owner';
import { Books } from '../support/books';
import type { Engine } from '../support/engine';
import { openSettledMarket } from '../support/settled-market';

const MONTH = '2026-10';
const SALE = "account_id = 1 AND ledger_account = 'deferred_revenue' AND amount = -9.34";
const OF_SALE = `account_id = 1 AND asset = 'CNY' AND batch_id =
  (SELECT min(batch_id) FROM ciyuan.journal_line WHERE account_id = 1 AND ledger_account = 'receivable')`;

/** What is changed, how, how it is taken back, and what the books say of it. */
const CHANGES: readonly (readonly [what: string, change: string, undo: string, said: readonly string[]])[] = [
  [
    'an amount of one line',
    `UPDATE ciyuan.journal_line SET amount = amount - 0.000000000001 WHERE ${SALE}`,
    'UPDATE ciyuan.journal_line SET amount = -9.34 WHERE account_id = 1 AND amount = -9.340000000001',
    ['unbalanced', 'closing', 'no vouchers'],
  ],
  [
    'the asset of one line',
    `UPDATE ciyuan.journal_line SET asset = 'USD' WHERE ${SALE}`,
    `UPDATE ciyuan.journal_line SET asset = 'CNY' WHERE ${SALE}`,
    ['unbalanced', 'closing', 'closing', 'no vouchers'],
  ],
  [
    'the month of a whole journal',
    `UPDATE ciyuan.journal_line SET accounting_month = '2026-11' WHERE ${OF_SALE}`,
    `UPDATE ciyuan.journal_line SET accounting_month = '2026-10' WHERE ${OF_SALE}`,
    ['sold', 'closing'],
  ],
  [
    'the price of a grant',
    'UPDATE ciyuan.grant_bucket SET price_net = price_net - 0.01 WHERE account_id = 1',
    'UPDATE ciyuan.grant_bucket SET price_net = price_net + 0.01 WHERE account_id = 1',
    ['sold', 'closing'],
  ],
  [
    'a roll-up of consumption',
    "UPDATE ciyuan.usage_rollup_delta SET net = net + 0.01 WHERE kind = 'package' AND accounting_month = '2026-10' AND net > 0",
    "UPDATE ciyuan.usage_rollup_delta SET net = net - 0.01 WHERE kind = 'package' AND accounting_month = '2026-10' AND net > 0",
    ['recognised', 'closing'],
  ],
  [
    'an account that nobody declared',
    `UPDATE ciyuan.journal_line SET ledger_account = 'pocket' WHERE ${SALE}`,
    "UPDATE ciyuan.journal_line SET ledger_account = 'deferred_revenue' WHERE ledger_account = 'pocket'",
    ['no such account in the chart: pocket', 'closing', 'no vouchers'],
  ],
];
const TABLES = ['journal_line', 'usage_rollup_delta', 'grant_bucket'];
const triggers = (state: 'DISABLE' | 'ENABLE'): string[] =>
  TABLES.map((table) => `ALTER TABLE ciyuan.${table} ${state} TRIGGER USER`);

describe('books that somebody wrote into', () => {
  let engine: Engine;
  let books: Books;
  beforeAll(async () => {
    engine = await openSettledMarket();
    books = await Books.of(engine);
  });
  afterEach(async () => expect(await said()).toEqual([]));
  afterAll(async () => {
    await books.close();
    await engine.stop();
  });

  async function said(): Promise<string[]> {
    const balance = await books.ofMonth(MONTH).then(
      ({ isBalanced }) => (isBalanced ? [] : ['unbalanced']),
      (error: Error) => [error.message],
    );
    const { reconciliation } = await books.deferred(MONTH);
    const off = reconciliation.filter(({ plans, ledger }) => plans !== ledger).map(({ figure }) => figure);
    const vouchers = await books.vouchers(MONTH).then(
      () => [],
      () => ['no vouchers'],
    );
    return [...balance, ...off, ...vouchers];
  }

  it.each(CHANGES)('say so of %s', async (_what, change, undo, expected) => {
    await asOwner(engine, ...triggers('DISABLE'), change);
    try {
      expect(await said()).toEqual(expected);
    } finally {
      await asOwner(engine, undo, ...triggers('ENABLE'));
    }
  });
});
