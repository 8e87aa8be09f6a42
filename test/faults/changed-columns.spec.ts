jest.setTimeout(60000);
import type { Engine } from '../support/engine';
import { deletionIsSeen, unseenChanges } from '../support/every-column';
import { openStoriedMarket } from '../support/storied-market';
import { Tampering } from '../support/tampering';

const KINDS: [string, string][] = [
  ['usage_record', "record_id = 'o1'"],
  ['usage_record', "record_id = 'o3'"],
  ['usage_record', "record_id = 'o4'"],
  ['usage_record', "record_id = 'o5'"],
  ['usage_record', "record_id = 'o7'"],
  ['usage_record', "record_id = 'o9'"],
  ['usage_record', "record_id = 'n2'"],
  ['usage_key', "key = 'gateway api o1'"],
  ['usage_key', "key = 'gateway api o6'"],
  ['usage_key', "key = 'gateway api o7'"],
  ['grant_bucket', "account_id = 1 and number = 3"],
  ['grant_bucket', "account_id = 1 and number = 5"],
  ['grant_bucket', "account_id = 2 and number = 3"],
  ['grant_bucket', "account_id = 2 and number = 5"],
  ['grant_bucket', "account_id = 5"],
  ['grant_movement', "kind='issued'"],
  ['grant_movement', "kind='drawn'"],
  ['grant_movement', "kind='expired'"],
  ['grant_movement', "kind='expiry_reversed'"],
  ...['receivable','unbilled_usage','deferred_revenue','tax_payable','package_revenue','usage_revenue','breakage_revenue','token_issued','token_balance','token_consumed','token_expired'].map((a): [string,string] => ['journal_line', `ledger_account = '${a}'`]),
  ['usage_rollup_delta', "kind='package' and paid"],
  ['usage_rollup_delta', "kind='package' and not paid"],
  ['usage_rollup_delta', "kind='usage'"],
  ['usage_rollup_delta', "kind='overdraw'"],
  ['usage_rollup_delta', "kind='breakage'"],
  ['suspense_record', "state='open'"],
  ['suspense_record', "state='recycled'"],
  ['account_state', 'true'],
  ['cost_suspense', 'true'],
  ['subscription', 'is_base'],
  ['subscription', 'not is_base'],
  ['subscription', 'next_cycle_at is not null'],
];

describe('sweep', () => {
  let engine: Engine; let t: Tampering;
  beforeAll(async () => { engine = await openStoriedMarket(); t = await Tampering.asSuperuser(engine.urls); });
  afterAll(async () => { await t.end(); await engine.stop(); });
  it('is sound', async () => {
    expect(await engine.violations()).toEqual([]);
    const out: string[] = [];
    for (const [table, where] of KINDS) {
      const start = Date.now();
      out.push(`${table} ${where}: ${(await unseenChanges(t, table, where)).join(' ')} | delete seen: ${await deletionIsSeen(t, table, where)} ${Date.now()-start}ms`);
    }
    console.log(out.join('\n'));
  });
});
