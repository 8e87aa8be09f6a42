import { openCommittedMarket } from '../support/committed-market';
import { deletionIsSeen, unseenChanges } from '../support/every-column';
import type { SeededMarket } from '../support/seeded-market';
import { Tampering } from '../support/tampering';

const NONE: readonly string[] = [];
const CONDITIONS = ['service_tier', 'dimensions'];

/** One row of each kind that commitments leave, and the columns whose change nobody sees. */
const ROWS: readonly (readonly [table: string, where: string, unseen: readonly string[]])[] = [
  ['commitment_entry', 'closes AND period = 1', NONE],
  ['commitment_entry', 'NOT closes AND make_up_used > 0', NONE],
  ['commitment_entry', 'NOT closes AND gross < 0', NONE],
  ['commitment_entry', 'make_up_lapsed > 0', NONE],
  ['usage_record', "record_id = 'm1'", CONDITIONS],
  ['usage_record', "record_id = 'm4'", CONDITIONS],
  ['usage_record', "record_id = 'k1'", CONDITIONS],
  ['usage_rollup_delta', "kind = 'shortfall' AND model IS NULL", NONE],
  ['usage_rollup_delta', "kind = 'shortfall' AND model IS NOT NULL", NONE],
  ['tier_counter', "key LIKE '%|commitment|1'", NONE],
  // A second later on the same day begins the same days.
  ['subscription', "plan_code = 'take-or-pay-ramp-12m'", ['starts_at', 'created_at']],
  ['subscription', "plan_code = 'prepaid-quarters-12b'", ['created_at']],
  ['grant_bucket', 'cycle = 2', NONE],
  ['journal_line', "ledger_account = 'deferred_shortfall'", NONE],
  ['journal_line', "ledger_account = 'shortfall_revenue'", NONE],
];

describe('what commitments leave, changed in one column behind the engine’s back', () => {
  let market: SeededMarket;
  let tampering: Tampering;

  beforeAll(async () => {
    market = await openCommittedMarket();
    tampering = await Tampering.asSuperuser(market.urls);
  });

  afterAll(async () => {
    await tampering.end();
    await market.stop();
  });

  it('begins with nothing to report', async () => {
    expect(await market.violations()).toEqual([]);
  });

  it.each(ROWS)('%s where %s: all is seen but %p', async (table, where, unseen) => {
    const changes = await unseenChanges(tampering, table, where);
    expect(changes.filter((name) => name !== 'line')).toEqual(unseen);
    expect(await deletionIsSeen(tampering, table, where)).toBe(true);
  });
});
