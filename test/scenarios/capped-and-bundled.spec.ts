import { ReRateAccount, VoidUsage } from '@ciyuan/modules/charging';
import { ChangeSubscription, RenewDue } from '@ciyuan/modules/subscriptions';
import { publishBundles } from '../support/bundled-plans';
import { calls } from '../support/seeded-calls';
import { SeededMarket } from '../support/seeded-market';
import { must } from '../support/settlement-engine';

// Every figure here is worked out by hand in db/seeds/scenarios/capped-and-bundled.md.

const OCTOBER_BEGINS = '2026-10-01T00:00:00+08:00';
const NOVEMBER_BEGINS = '2026-11-01T00:00:00+08:00';

describe('a cap that is crossed, and a price over several products', () => {
  let market: SeededMarket;
  beforeAll(async () => {
    market = await SeededMarket.open(OCTOBER_BEGINS);
    await publishBundles(market);
    await market.openAccount('wang', 'consumer');
    await market.openAccount('studio', 'small_firm');
    for (const account of ['wang', 'studio']) await market.order(account, 'payg-standard');
    await market.order('wang', 'capped-10m');
  });
  afterAll(() => market.stop());
  afterEach(async () => expect(await market.violations()).toEqual([]));

  const post = async (table: string) => (await market.post(...calls(table))).map(({ status }) => status);
  const entries = async () =>
    (
      await market.rows(
        `SELECT kind, record_id, overage_kind, trim_scale(usage_gross)::text AS yuan FROM ciyuan.usage_entry
          WHERE record_id LIKE 'c%' ORDER BY sequence`,
      )
    ).map((row) => Object.values(row).join(' '));
  const counted = () =>
    market.rows(
      "SELECT trim_scale(quantity / 1000000000000)::text AS yuan FROM ciyuan.tier_counter WHERE key LIKE '%cap%'",
    );

  it('charges usage up to the cap, and what lies beyond it to nobody', async () => {
    market.moveTo('2026-10-12T09:00:00+08:00');
    expect(await post(CAPPED)).toEqual(Array(4).fill('accepted'));
    expect(await entries()).toEqual([
      'record c1 usage 3',
      'record c2 usage 1.5',
      'record c3 usage 0.5',
      'record c4 overdraw 0',
    ]);
    expect(await counted()).toEqual([{ yuan: '10.5' }]);
  });

  it('returns nothing for a call below the cap while the rest still fills it, and then fills it with what comes next', async () => {
    const items = [{ source: 'api', id: 'c2', reason: 'sent twice' }];
    const gateway = { partner: 'gw-east', by: 'gw-east', asStaff: false };
    must({ ok: true, value: await market.engine.get(VoidUsage).run({ ...gateway, items }) });
    expect((await entries()).slice(4)).toEqual(['reversal c2 usage 0']);
    expect(await counted()).toEqual([{ yuan: '9' }]);
    const period = { from: Date.parse(OCTOBER_BEGINS), until: Date.parse(NOVEMBER_BEGINS) };
    const run = { account: 'wang', ...period, reason: 'after a void', by: 'finance' };
    const shown = must(await market.engine.get(ReRateAccount).run({ ...run, apply: 'no' }));
    must(await market.engine.get(ReRateAccount).run({ ...run, apply: { asShown: shown.digest } }));
    expect((await entries()).slice(5)).toEqual(['reversal c4 overdraw -1', 're_rating c4 usage 1']);
    expect(await counted()).toEqual([{ yuan: '9' }]);
  });

  it('sells a bundle from the 17th on: prorated first, then shared, a fee for each product', async () => {
    market.moveTo('2026-10-17T00:00:00+08:00');
    expect(await market.order('studio', 'boost-5m')).toBe('needs_a_plan');
    expect(await market.order('studio', 'suite-10m')).toBe('taken');
    expect(await market.order('studio', 'boost-5m')).toBe('taken');
    expect(
      await market.rows(
        `SELECT quantity_milli, trim_scale(price_gross)::text AS gross, trim_scale(price_net)::text AS net
           FROM ciyuan.grant_bucket AS g JOIN ciyuan.account USING (account_id) WHERE code = 'studio' ORDER BY number`,
      ),
    ).toEqual([
      { quantity_milli: '4838709000', gross: '23.95', net: '22.59' },
      { quantity_milli: '2419354000', gross: '3', net: '2.83' },
    ]);
    expect(
      await market.rows(
        `SELECT part, trim_scale(gross)::text AS gross, trim_scale(net)::text AS net, accounting_month AS month
           FROM ciyuan.fee_charge ORDER BY part`,
      ),
    ).toEqual([
      { part: 'cloud-disk', gross: '7.98', net: '7.53', month: '2026-10' },
      { part: 'cloud-host', gross: '15.97', net: '15.07', month: '2026-10' },
    ]);
    expect(await post(SUITE)).toEqual(['accepted']);
  });

  it('ends an add-on at the cycle where what it was added to runs no more', async () => {
    market.moveTo('2026-10-28T09:00:00+08:00');
    const [suite] = await market.rows<{ id: string }>(
      "SELECT id FROM ciyuan.subscription WHERE plan_code = 'suite-10m'",
    );
    const request = { account: 'studio', subscriptionId: Number(suite?.id), by: 'mei', preview: false };
    must(await market.engine.get(ChangeSubscription).run({ ...request, change: { end: 'period_end' } }));
    await market.engine.get(RenewDue).run(Date.parse(NOVEMBER_BEGINS));
    expect(
      await market.rows(
        `SELECT plan_code, ends_at = $1 AS ended, next_cycle_at FROM ciyuan.subscription
          WHERE plan_code IN ('suite-10m', 'boost-5m') ORDER BY id`,
        [new Date(NOVEMBER_BEGINS)],
      ),
    ).toEqual([
      { plan_code: 'suite-10m', ended: true, next_cycle_at: null },
      { plan_code: 'boost-5m', ended: true, next_cycle_at: null },
    ]);
    expect(await market.rows('SELECT sequence FROM ciyuan.subscription_lapse')).toHaveLength(1);
    expect((await market.balance('studio')).map(([plan]) => plan).sort()).toEqual(['boost-5m', 'suite-10m']);
  });

  it('shares October: the fees are the operator’s', async () => {
    await market.endMonth('2026-10');
    await market.settle('2026-10');
    expect(await market.told('2026-10')).toBe(OCTOBER_STATEMENTS);
  });
});

const CAPPED = `
  c1 | wang | 2026-10-10T10:00:00 | telechat-2-115b | ascend-910c | input 12_000_000
  c2 | wang | 2026-10-10T11:00:00 | telechat-2-115b | ascend-910c | input 1_000_000
  c3 | wang | 2026-10-10T12:00:00 | telechat-2-115b | ascend-910c | output 200_000
  c4 | wang | 2026-10-10T13:00:00 | telechat-2-115b | ascend-910c | output 1_000_000`;
const SUITE = 's1 | studio | 2026-10-17T00:00:00 | telechat-2-115b | ascend-910c | input 4_838_709';

const OCTOBER_STATEMENTS = `
chinatelecom-xingchen: payg-standard telechat-2-115b usage 1.65
chinatelecom-xingchen: capped-10m telechat-2-115b overdraw 0.00
chinatelecom-xingchen: capped-10m telechat-2-115b package 3.27
chinatelecom-xingchen: suite-10m telechat-2-115b package 7.91
chinatelecom-xingchen: issued 12.83 + 0.77 VAT = 13.60
operator: payg-standard telechat-2-115b usage 2.23
operator: capped-10m telechat-2-115b overdraw 0.00
operator: capped-10m telechat-2-115b package 4.87
operator: suite-10m fee 22.60
operator: suite-10m telechat-2-115b package 14.10
operator: boost-5m breakage 2.83
operator: issued 46.63 + 0.00 VAT = 46.63
tianyi-ascend: payg-standard telechat-2-115b usage 0.84
tianyi-ascend: capped-10m telechat-2-115b overdraw 0.00
tianyi-ascend: capped-10m telechat-2-115b package 1.20
tianyi-ascend: suite-10m telechat-2-115b package 0.58
tianyi-ascend: issued 2.62 + 0.16 VAT = 2.78`;
