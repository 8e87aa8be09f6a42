import type { Engine } from '../support/engine';
import { deletionIsSeen, unseenChanges } from '../support/every-column';
import { openStoriedMarket } from '../support/storied-market';
import { Tampering } from '../support/tampering';

const NONE: readonly string[] = [];
/** What nothing else repeats; a price that depends on it is found by rating the record again. */
const CONDITIONS = ['service_tier', 'dimensions'];
/** The JSON of a charged record is not kept, so nothing can be hashed again. */
const HASH = ['content_hash', 'hash_version'];
/** Words for people, and when the engine looked at the record. */
const REMARKS = ['reason', 'detail', 'opened_at', 'tried_at'];
/** Who wanted a correction, and why. */
const MOTIVES = ['reason', 'requested_by'];
/** Up to when somebody looked, and how much of it could not be rated anew. */
const SCOPE = ['until_at', 'kept'];

/** One row of each kind that a table holds, and the columns that can be changed in it without anybody seeing it. */
const ROWS: readonly (readonly [table: string, where: string, unseen: readonly string[]])[] = [
  ['usage_record', "record_id = 'o1'", CONDITIONS],
  ['usage_record', "record_id = 'o3' AND drawn_milli > first_drawn_milli", CONDITIONS],
  ['usage_record', "overage_kind = 'overdraw'", CONDITIONS],
  ['usage_record', "overage_kind = 'usage' AND vendor_cost IS NULL", CONDITIONS],
  ['usage_record', "record_id = 'n2' AND accounting_month = '2026-11'", CONDITIONS],
  ['usage_key', "key = 'gateway api o1'", HASH],
  ['usage_key', "key = 'gateway api o7' AND account_id = 0", NONE],
  ['usage_key', "key = 'gateway api o8'", NONE],
  ['grant_bucket', 'expired_milli > 0 AND price_gross > 0', NONE],
  ['grant_bucket', 'drawn_milli = quantity_milli AND price_gross = 0', NONE],
  ['grant_bucket', 'cycle = 2 AND expired_milli = 0', NONE],
  ['grant_bucket', "channel = 'shop'", NONE],
  ['grant_movement', "kind = 'issued'", NONE],
  ['grant_movement', "kind = 'drawn'", NONE],
  ['grant_movement', "kind = 'returned'", NONE],
  ['grant_movement', "kind = 'expired'", NONE],
  ['grant_movement', "kind = 'expiry_reversed'", NONE],
  ['usage_rollup_delta', "kind = 'package' AND paid", NONE],
  ['usage_rollup_delta', "kind = 'usage' AND model = 'kimi-k2'", NONE],
  ['usage_rollup_delta', "kind = 'overdraw'", NONE],
  ['usage_rollup_delta', "kind = 'breakage'", NONE],
  ['suspense_record', "state = 'open'", REMARKS],
  ['suspense_record', "state = 'recycled'", REMARKS],
  ['suspense_record', "state = 'voided'", [...REMARKS, 'void_reason', 'voided_by']],
  ['cost_suspense', 'settled_sequence IS NULL', ['detail']],
  ['cost_suspense', 'settled_sequence IS NOT NULL', ['detail']],
  ['usage_correction', "kind = 'reversal' AND drawn_milli < first_drawn_milli", MOTIVES],
  ['usage_correction', "kind = 'reversal' AND overage_kind = 'usage' AND vendor_cost IS NULL", MOTIVES],
  ['usage_correction', "kind = 're_rating'", MOTIVES],
  ['re_rating_run', 'changed > 0', [...SCOPE, ...MOTIVES]],
  ['account_state', 'true', NONE],
  ['subscription', 'next_cycle_at IS NOT NULL', ['created_at']],
  ['subscription', 'NOT is_base AND ends_at IS NOT NULL', ['created_at']],
];

const LEDGER_ACCOUNTS = [
  'receivable',
  'unbilled_usage',
  'deferred_revenue',
  'tax_payable',
  'package_revenue',
  'usage_revenue',
  'breakage_revenue',
  'token_issued',
  'token_balance',
  'token_consumed',
  'token_expired',
];

describe('one row, changed in one column behind the engine’s back', () => {
  let engine: Engine;
  let tampering: Tampering;

  beforeAll(async () => {
    engine = await openStoriedMarket();
    tampering = await Tampering.asSuperuser(engine.urls);
  });

  afterAll(async () => {
    await tampering.end();
    await engine.stop();
  });

  /** The number of a line sets it apart from others, and says nothing. */
  const unseenIn = async (table: string, where: string): Promise<string[]> =>
    (await unseenChanges(tampering, table, where)).filter((name) => name !== 'line');

  it('begins with nothing to report', async () => {
    expect(await engine.violations()).toEqual([]);
  });

  it.each(ROWS)('%s where %s: all is seen but %p', async (table, where, unseen) => {
    expect(await unseenIn(table, where)).toEqual(unseen);
    expect(await deletionIsSeen(tampering, table, where)).toBe(true);
  });

  it.each(LEDGER_ACCOUNTS)('a journal’s line of %s: nothing that matters goes unseen', async (account) => {
    const where = `ledger_account = '${account}'`;
    // A line's number orders a journal and says nothing.
    expect((await unseenChanges(tampering, 'journal_line', where)).filter((name) => name !== 'line')).toEqual(
      [],
    );
    expect(await deletionIsSeen(tampering, 'journal_line', where)).toBe(true);
  });
});
