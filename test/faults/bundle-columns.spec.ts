import { VerifyMonth } from '@ciyuan/modules/reporting';
import { ChangeSubscription, RenewDue } from '@ciyuan/modules/subscriptions';
import { publishBundles } from '../support/bundled-plans';
import { deletionIsSeen, unseenChanges } from '../support/every-column';
import { calls } from '../support/seeded-calls';
import { SeededMarket } from '../support/seeded-market';
import { must } from '../support/settlement-engine';
import { Tampering } from '../support/tampering';
import { VerifiedTampering } from '../support/verified-tampering';

/** What the identities of the rows see, and what only telling the account again does. */
const BY_IDENTITIES = [
  ['fee_charge', "part = 'cloud-host'", []],
  // Beyond the cap a little more or less is charged the same.
  ['tier_counter', "key LIKE '%cap%'", ['quantity']],
  ['usage_rollup_delta', "kind = 'fee'", ['line']],
  ['usage_rollup_delta', "kind = 'overdraw'", ['line']],
  ['usage_record', "overage_kind = 'overdraw'", ['service_tier', 'dimensions']],
] as const;
/** No other write is of the same kind and the same catalogue. */
const BY_REPLAY = [
  ['fee_charge', "part = 'cloud-disk'", []],
  ['subscription_lapse', 'true', []],
  ['tier_counter', "key LIKE '%cap%'", []],
] as const;
const CALLS = `
  c1 | wang | 2026-10-03T10:00:00 | telechat-2-115b | ascend-910c | input 30_000_000
  c2 | wang | 2026-10-03T11:00:00 | telechat-2-115b | ascend-910c | output 1_000_000`;

describe('bundles, additions and caps, changed in one column behind the engine’s back', () => {
  let market: SeededMarket;
  let tampering: Tampering;

  beforeAll(async () => {
    market = await SeededMarket.open('2026-10-01T00:00:00+08:00');
    await publishBundles(market);
    await market.openAccount('wang', 'consumer');
    await market.openAccount('studio', 'small_firm');
    for (const plan of ['payg-standard', 'capped-10m'])
      expect(await market.order('wang', plan)).toBe('taken');
    for (const plan of ['suite-10m', 'boost-5m']) expect(await market.order('studio', plan)).toBe('taken');
    market.moveTo('2026-10-05T00:00:00+08:00');
    await market.post(...calls(CALLS));
    const [suite] = await market.rows<{ id: string }>(
      "SELECT id FROM ciyuan.subscription WHERE plan_code = 'suite-10m'",
    );
    const request = { account: 'studio', subscriptionId: Number(suite?.id), by: 'mei', preview: false };
    must(await market.engine.get(ChangeSubscription).run({ ...request, change: { end: 'period_end' } }));
    await market.engine.get(RenewDue).run(Date.parse('2026-11-01T00:00:00+08:00'));
    tampering = await Tampering.asSuperuser(market.urls);
  });
  afterAll(async () => {
    await tampering.end();
    await market.stop();
  });

  it('begins with nothing to report', async () => {
    expect(await market.violations()).toEqual([]);
  });

  it.each(BY_IDENTITIES)('%s where %s: the identities see all but %p', async (table, where, unseen) => {
    expect(await unseenChanges(tampering, table, where)).toEqual(unseen);
  });

  it.each(BY_REPLAY)('%s where %s: verifying sees all but %p', async (table, where, unseen) => {
    const look = async () => (await market.engine.get(VerifyMonth).run('2026-10')).differences;
    const verified = new VerifiedTampering(tampering, look);
    expect(await unseenChanges(verified, table, where)).toEqual(unseen);
    expect(await deletionIsSeen(verified, table, where)).toBe(true);
  });
});
