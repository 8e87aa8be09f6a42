import { RenewDue } from '@ciyuan/modules/subscriptions';
import { calls } from '../support/seeded-calls';
import { SeededMarket } from '../support/seeded-market';
import { deletionIsSeen, unseenChanges } from '../support/every-column';
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
    market = await SeededMarket.open('2026-02-01T00:00:00+08:00');
    await market.openAccount('works', 'enterprise');
    await market.openAccount('mill', 'enterprise');
    for (const plan of ['payg-standard', 'take-or-pay-ramp-12m', 'prepaid-quarters-12b']) {
      await market.order('works', plan);
    }
    for (const plan of ['payg-standard', 'spend-year-50k']) await market.order('mill', plan);
    market.moveTo('2026-03-10T00:00:00+08:00');
    await market.post(...calls(IN_TIME));
    market.moveTo('2026-03-20T00:00:00+08:00');
    await market.post(...calls(LATE));
    market.moveTo('2026-09-10T00:00:00+08:00');
    await market.engine.get(RenewDue).run(market.engine.clock.now());
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

/** The prepaid three billion a quarter are used up first. */
const IN_TIME = `
  m0 | works | 2026-02-09T10:00:00 | telechat-2-115b | ascend-910c | input 3_750_000_000
  m1 | works | 2026-02-10T10:00:00 | deepseek-v3.2 | hygon-dcu | input 240_000_000
  m2 | works | 2026-03-05T10:00:00 | deepseek-v3.2 | hygon-dcu | input 310_000_000
  k1 | mill | 2026-02-10T10:00:00 | glm-5 | ascend-910c | input 1_000_000_000`;
const LATE = `
  m3 | works | 2026-02-20T10:00:00 | glm-5-air | ascend-910c | input 30_000_000
  m4 | works | 2026-03-11T10:00:00 | glm-5-air | ascend-910c | input 5_000_000`;
