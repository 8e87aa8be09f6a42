import { ChangePlan, ListSubscriptions, RenewDue } from '@ciyuan/modules/subscriptions';
import { SeededMarket } from '../support/seeded-market';
import { postAs } from '../support/post-as';
import { must } from '../support/settlement-engine';

// Every figure here is worked out by hand in db/seeds/scenarios/m10.md.

const NOVEMBER_BEGINS = '2026-11-01T00:00:00+08:00';
const DECEMBER_BEGINS = '2026-12-01T00:00:00+08:00';
const M = 1_000_000_000n;

describe('M10: coding plans, of which most use little and some want more', () => {
  let market: SeededMarket;
  beforeAll(async () => {
    market = await SeededMarket.open(NOVEMBER_BEGINS);
    for (const account of ['ada', 'ben']) {
      await market.openAccount(account, 'developer');
      await market.order(account, 'coding-lite');
    }
  });
  afterAll(() => market.stop());
  afterEach(async () => expect(await market.violations()).toEqual([]));

  const post = (table: string) => postAs(market, 'gw-east', table);
  const rated = (ids: string) =>
    market.records(
      ids,
      'record_id',
      'drawn_milli / 1000000',
      'trim_scale(recognised_net)::text',
      'overage_kind',
      'trim_scale(usage_gross)::text AS gross',
      'trim_scale(compute_cost)::text AS cost',
    );

  it('is sold with windows of five hours and weeks, which are kept and shown', async () => {
    const [lite] = (await market.engine.get(ListSubscriptions).run('ada')) ?? [];
    expect(lite?.plan.body.limits).toEqual({
      windows: [
        { unit: 'tokens', kind: 'first_use', length: '5h', limit: 11_000_000 },
        { unit: 'tokens', kind: 'calendar', length: 'week', limit: 12_000_000 },
        { unit: 'requests', kind: 'calendar', length: 'month', limit: 4_000 },
      ],
      alerts: [80, 100],
    });
  });

  it('counts three times as many tokens in the afternoon', async () => {
    market.moveTo('2026-11-13T12:00:00+08:00');
    expect(await post(FIRST_DAYS)).toEqual(Array(4).fill('accepted'));
    expect(await rated('%')).toEqual([
      ['a1', '1500', '2.8305', null, '0', '0.57'],
      ['a2', '900', '1.6983', null, '0', '0.14'],
      ['b1', '9000', '16.983', null, '0', '3.96'],
      ['b2', '10500', '19.8135', null, '0', '1.2'],
    ]);
  });

  it('charges nothing beyond what is sold: what comes all the same is at the cost of the operator', async () => {
    market.moveTo('2026-11-16T09:00:00+08:00');
    expect(await post(DRY)).toEqual(['accepted', 'accepted']);
    expect(await rated('b%').then((rows) => rows.slice(2))).toEqual([
      ['b3', '500', '0.9435', 'overdraw', '0', '0.435'],
      ['b4', '0', '0', 'overdraw', '0', '0.25'],
    ]);
    expect(await market.balance('ben')).toEqual([['coding-lite', 20n * M, 20n * M, 0n]]);
  });

  it('sells the difference to the larger plan for the fifteen days that are left', async () => {
    market.moveTo('2026-11-16T10:00:00+08:00');
    const [lite] = (await market.engine.get(ListSubscriptions).run('ben')) ?? [];
    const asked = { account: 'ben', subscriptionId: lite?.id ?? 0, by: 'ben', preview: false };
    const changed = await market.engine.get(ChangePlan).run({ ...asked, plan: 'coding-pro', when: 'now' });
    expect(must(changed)).toMatchObject({
      endsAt: Date.parse(DECEMBER_BEGINS),
      grants: [{ quantityMilli: 40n * M, priceGross: 39_500_000_000_000n }],
    });
    market.moveTo('2026-11-21T09:00:00+08:00');
    expect(await post(WITH_MORE)).toEqual(['accepted']);
    expect(await rated('b5')).toEqual([['b5', '16500', '15.36975', null, '0', '2.025']]);
  });

  it('lets lapse what nobody used: 88 % of what Ada has paid for', async () => {
    await market.endMonth('2026-11');
    const [lite] = await market.balance('ada');
    expect(lite).toEqual(['coding-lite', 20n * M, (24n * M) / 10n, (176n * M) / 10n]);
    expect((await market.balance('ben')).slice(0, 2)).toEqual([
      ['coding-lite', 20n * M, 20n * M, 0n],
      ['coding-pro', 40n * M, (165n * M) / 10n, (235n * M) / 10n],
    ]);
    expect(await market.engine.get(RenewDue).run(Date.parse(DECEMBER_BEGINS))).toBe(0);
    const renewed = await market.rows(
      `SELECT a.code, d.code AS plan, trim_scale(g.price_gross)::text AS yuan
         FROM ciyuan.grant_bucket AS g JOIN ciyuan.account AS a USING (account_id)
         JOIN ciyuan.catalogue_document AS d ON d.id = g.plan_version_id
        WHERE g.effective_at = $1 ORDER BY a.code`,
      [new Date(DECEMBER_BEGINS)],
    );
    expect(renewed).toEqual([
      { code: 'ada', plan: 'coding-lite', yuan: '40' },
      { code: 'ben', plan: 'coding-pro', yuan: '119' },
    ]);
  });

  it('shares what lapsed as what was consumed', async () => {
    await market.settle('2026-11');
    expect(await market.told('2026-11')).toBe(NOVEMBER_STATEMENTS);
  });
});

const FIRST_DAYS = `
  a1 | ada | 2026-11-05T10:00:00 | glm-5 | ascend-910c | input 1_000_000, cached_input 2_000_000, output 300_000
  a2 | ada | 2026-11-12T14:00:00 | glm-5 | ascend-910c | input 200_000, output 100_000
  b1 | ben | 2026-11-03T10:00:00 | kimi-k2 | hygon-dcu | input 6_000_000, cached_input 10_000_000, output 2_000_000
  b2 | ben | 2026-11-10T16:00:00 | glm-5 | ascend-910c | input 3_000_000, output 500_000`;
const DRY = `
  b3 | ben | 2026-11-14T13:59:59 | glm-5 | ascend-910c | input 300_000, output 400_000
  b4 | ben | 2026-11-15T20:00:00 | glm-5 | ascend-910c | input 1_000_000`;
const WITH_MORE = `
  b5 | ben | 2026-11-20T15:00:00 | kimi-k2 | ascend-910c | input 4_000_000, cached_input 5_000_000, output 1_000_000`;

const NOVEMBER_STATEMENTS = `
hygon-cloud: coding-lite kimi-k2 breakage 0.00
hygon-cloud: coding-lite kimi-k2 package 3.96
hygon-cloud: issued 3.96 + 0.24 VAT = 4.20
moonshot: coding-lite kimi-k2 breakage 5.34
moonshot: coding-lite kimi-k2 package 6.79
moonshot: coding-pro kimi-k2 breakage 8.75
moonshot: coding-pro kimi-k2 package 6.15
moonshot: issued 27.03 + 1.62 VAT = 28.65
operator: coding-lite glm-5 breakage 11.92
operator: coding-lite glm-5 overdraw -0.43
operator: coding-lite glm-5 package 13.01
operator: coding-lite kimi-k2 breakage 8.00
operator: coding-lite kimi-k2 package 6.23
operator: coding-pro kimi-k2 breakage 13.13
operator: coding-pro kimi-k2 package 7.20
operator: issued 59.06 + 0.00 VAT = 59.06
tianyi-ascend: coding-lite glm-5 breakage 0.00
tianyi-ascend: coding-lite glm-5 overdraw 0.43
tianyi-ascend: coding-lite glm-5 package 2.17
tianyi-ascend: coding-pro kimi-k2 breakage 0.00
tianyi-ascend: coding-pro kimi-k2 package 2.03
tianyi-ascend: issued 4.63 + 0.28 VAT = 4.91
zhipu: coding-lite glm-5 breakage 7.95
zhipu: coding-lite glm-5 overdraw 0.00
zhipu: coding-lite glm-5 package 10.11
zhipu: issued 18.06 + 1.08 VAT = 19.14`;
