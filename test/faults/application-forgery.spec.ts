import type { Engine } from '../support/engine';
import { openStoriedMarket } from '../support/storied-market';
import { Tampering } from '../support/tampering';

type Forgery = [what: string, foundBy: readonly string[], ...statements: string[]];

const booked = (lines: string): string =>
  `INSERT INTO journal_line (account_id, batch_id, line, accounting_month, asset, ledger_account, amount, booked_at)
   SELECT 1, 900, row_number() OVER (), '2026-11', asset, account, amount, now()
     FROM (VALUES ${lines}) AS t (asset, account, amount)`;

const columnsOf = (replaced: Readonly<Record<string, string>>, columns: readonly string[]): string =>
  columns.map((name) => replaced[name] ?? name).join(', ');

/** A copy of the row that `where` names, with some of its columns replaced. */
function copied(table: string, where: string, replaced: Readonly<Record<string, string>>) {
  return (columns: readonly string[]): string =>
    `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${columnsOf(replaced, columns)} FROM ${table} WHERE ${where} LIMIT 1`;
}

const UPDATES: readonly Forgery[] = [
  [
    'a grant that was drawn less',
    ['grants-account-for-draws', 'token-ledger-equals-grants', 'deferred-revenue'],
    'UPDATE grant_bucket SET drawn_milli = drawn_milli - 1000 WHERE account_id = 1 AND number = 5',
  ],
  [
    'a grant that never expired',
    ['grants-account-for-draws', 'token-ledger-equals-grants'],
    'UPDATE grant_bucket SET expired_milli = 0 WHERE account_id = 2 AND number = 5',
  ],
  [
    'sequence numbers used again',
    ['sequences-have-no-gap'],
    'UPDATE account_state SET next_sequence = next_sequence - 1 WHERE account_id = 1',
  ],
  [
    'a cycle that is left out',
    ['subscriptions-are-as-ordered'],
    'UPDATE subscription SET next_cycle = next_cycle + 1 WHERE account_id = 1 AND NOT is_base',
  ],
  [
    'suspense that is said to be charged',
    ['keys-and-outcomes'],
    `UPDATE suspense_record SET state = 'recycled', charged_account_id = 1, charged_sequence = 4
      WHERE key = 'gateway api o8'`,
  ],
  [
    'suspense opened again for what was charged',
    ['keys-and-outcomes'],
    `UPDATE suspense_record SET state = 'open', charged_account_id = NULL, charged_sequence = NULL
      WHERE key = 'gateway api o7'`,
  ],
];

const INSERTS: readonly Forgery[] = [
  [
    'a journal of usage that no record charged',
    ['ledger-equals-records'],
    booked("('CNY', 'unbilled_usage', 1), ('CNY', 'usage_revenue', -1)"),
  ],
  [
    'a journal of tokens that no grant holds',
    ['token-ledger-equals-grants'],
    booked("('TOKEN', 'token_balance', 5), ('TOKEN', 'token_issued', -5)"),
  ],
  [
    'a sale that granted nothing',
    ['sales-equal-grants', 'deferred-revenue'],
    booked("('CNY', 'receivable', 1), ('CNY', 'deferred_revenue', -1)"),
  ],
  [
    'an identity that was never charged',
    ['keys-and-outcomes'],
    "INSERT INTO usage_key VALUES ('gateway api forged', '\\x00000000000000000000000000000000', 1, 1, now())",
  ],
  [
    'a cost that nobody missed',
    ['missing-costs-are-held'],
    "INSERT INTO cost_suspense VALUES (1, now(), 4, 'vendor', '2026-10', 'zhipu', '')",
  ],
];

const COPIES: readonly (readonly [
  string,
  readonly string[],
  string,
  string,
  Readonly<Record<string, string>>,
])[] = [
  [
    'a roll-up that no batch made',
    ['rollups-equal-records', 'batches-add-up', 'usage-rollups-equal-tariffs'],
    'usage_rollup_delta',
    "kind = 'usage'",
    { line: '900' },
  ],
  [
    'a roll-up of breakage that never was',
    ['rollups-equal-ledger', 'package-rollups-equal-grants'],
    'usage_rollup_delta',
    "kind = 'breakage'",
    { line: '900' },
  ],
  [
    'a record charged a second time',
    ['keys-and-outcomes', 'rollups-equal-records', 'sequences-have-no-gap'],
    'usage_record',
    "record_id = 'o4'",
    { sequence: '900' },
  ],
  [
    'suspense of one record for two accounts',
    ['keys-and-outcomes'],
    'suspense_record',
    "state = 'open'",
    { account_id: '900' },
  ],
  [
    'a grant out of nothing',
    ['grants-account-for-draws', 'token-ledger-equals-grants', 'grants-are-as-sold', 'sequences-have-no-gap'],
    'grant_bucket',
    'account_id = 1 AND number = 5',
    { number: '900', cycle: '3' },
  ],
  [
    'a draw that no record made',
    ['grants-account-for-draws', 'movements-name-their-cause'],
    'grant_movement',
    "kind = 'drawn'",
    { sequence: '900' },
  ],
];

describe('what the application could write by its rights, and no engine wrote', () => {
  let engine: Engine;
  let application: Tampering;

  beforeAll(async () => {
    engine = await openStoriedMarket();
    application = await Tampering.at(engine.urls.appUrl);
  });

  afterAll(async () => {
    await application.end();
    await engine.stop();
  });

  it.each<Forgery>([...UPDATES, ...INSERTS])('%s is found by %p', async (_what, foundBy, ...statements) => {
    const { rows, reports } = await application.with(...statements);
    expect(rows).toBeGreaterThan(0);
    expect(Object.keys(reports)).toEqual(expect.arrayContaining([...foundBy]));
  });

  it.each(COPIES)('%s is found by %p', async (_what, foundBy, table, where, replaced) => {
    const { rows, reports } = await application.with(copied(table, where, replaced)(await columns(table)));
    expect(rows).toBe(1);
    expect(Object.keys(reports)).toEqual(expect.arrayContaining([...foundBy]));
  });

  async function columns(table: string): Promise<string[]> {
    const named = await application.rows<{ name: string }>(
      "SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'ciyuan' AND table_name = $1",
      [table],
    );
    return named.map((one) => one.name);
  }
});
