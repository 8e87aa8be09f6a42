import { COUNTERS } from '@ciyuan/core/usage';
import type { Engine } from './engine';

/** Everything that charging has stored, but for what depends on how it was cut into batches and when. */
export type StoredBooks = Readonly<Record<string, readonly string[]>>;

const LINE =
  'usage_month, accounting_month, plan_version_id, split_rule_version_id, model, vendor, compute_owner, channel, ' +
  'chip_kind, kind, currency, paid';
const FIGURES = ['records', ...COUNTERS, 'drawn_milli', 'gross', 'net', 'vendor_cost', 'compute_cost'];

const QUERIES: Readonly<Record<string, string>> = {
  charges: `SELECT to_jsonb(r) - 'batch_id' AS row FROM ciyuan.usage_record AS r ORDER BY partner, source, record_id`,
  suspense: `SELECT to_jsonb(s) - ARRAY['opened_at', 'tried_at'] AS row FROM ciyuan.suspense_record AS s ORDER BY key`,
  keys: 'SELECT to_jsonb(k) AS row FROM ciyuan.usage_key AS k ORDER BY key',
  grants: 'SELECT to_jsonb(g) AS row FROM ciyuan.grant_bucket AS g ORDER BY account_id, number',
  movements: `SELECT to_jsonb(m) - 'batch_id' AS row FROM ciyuan.grant_movement AS m
               ORDER BY account_id, sequence, grant_number, kind`,
  counters: 'SELECT to_jsonb(c) AS row FROM ciyuan.tier_counter AS c ORDER BY account_id, key',
  sequences: 'SELECT to_jsonb(a) AS row FROM ciyuan.account_state AS a ORDER BY account_id',
  subscriptions: `SELECT to_jsonb(s) - 'created_at' AS row FROM ciyuan.subscription AS s ORDER BY account_id, id`,
  costs: 'SELECT to_jsonb(c) AS row FROM ciyuan.cost_suspense AS c ORDER BY account_id, sequence, role',
  journals: `SELECT to_jsonb(j) AS row FROM (
               SELECT account_id, accounting_month, asset, ledger_account, sum(amount) AS amount
                 FROM ciyuan.journal_line GROUP BY 1, 2, 3, 4 HAVING sum(amount) <> 0) AS j ORDER BY 1`,
  rollups: `SELECT to_jsonb(r) AS row FROM (
              SELECT ${LINE}, ${FIGURES.map((name) => `sum(${name}) AS ${name}`).join(', ')}
                FROM ciyuan.usage_rollup_delta GROUP BY ${LINE}) AS r ORDER BY 1`,
};

/** Rows as text, so that no amount is rounded on its way. */
export async function storedBooks(engine: Engine): Promise<StoredBooks> {
  const books: Record<string, readonly string[]> = {};
  for (const [name, query] of Object.entries(QUERIES)) {
    const rows = await engine.rows<{ row: string }>(`SELECT row::text FROM (${query}) AS rows`);
    books[name] = rows.map((one) => one.row);
  }
  return books;
}
