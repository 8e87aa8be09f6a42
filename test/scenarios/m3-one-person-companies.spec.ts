import { PublishDocument } from '@ciyuan/modules/catalogue';
import { ChangeAccountStatus } from '@ciyuan/modules/parties';
import { ListPools } from '@ciyuan/modules/subscriptions';
import { calls } from '../support/seeded-calls';
import { SeededMarket } from '../support/seeded-market';

// Every figure here is worked out by hand in db/seeds/scenarios/m3.md.

const TRIAL = 'trial-opc-30m';
const RULE = {
  code: 'one-person-companies-sh',
  name: '上海、北京已认证一人公司',
  customerKinds: ['one_person_company'],
  verified: true,
};

describe('M3: 30 million tokens for one-person companies in Shanghai', () => {
  let market: SeededMarket;
  beforeAll(async () => {
    market = await SeededMarket.open('2026-10-05T10:00:00+08:00');
    await market.registerCustomer('solo-studio', 'one_person_company', 'CN-SH', '91310000MA1SOLO01X');
    await market.registerCustomer('river', 'one_person_company', 'CN-SH', '91310000MA1RIVER2X');
    await market.registerCustomer('peking', 'one_person_company', 'CN-BJ', '91110000MA1PEKING3');
    await market.registerCustomer('works', 'organisation', 'CN-SH', '91310000MA1WORKS4X');
    await market.registerCustomer('lin', 'person', 'CN-SH', 'a5'.repeat(32));
    for (const code of ['solo-studio', 'peking', 'works', 'lin']) await market.verifyCustomer(code);
    for (const code of ['river', 'peking', 'works', 'lin'])
      await market.openAccount(code, 'small_firm', code);
    await market.openAccount('solo', 'developer', 'solo-studio');
    await market.openAccount('solo-lab', 'small_firm', 'solo-studio');
    await market.openAccount('passer-by', 'consumer');
    await market.order('solo', 'payg-standard');
  });
  afterAll(() => market.stop());
  afterEach(async () => expect(await market.violations()).toEqual([]));

  const post = async (table: string) => (await market.post(...calls(table))).map(({ status }) => status);
  const change = (status: 'active' | 'suspended') =>
    market.engine
      .get(ChangeAccountStatus)
      .run({ account: 'solo', status, reason: 'unpaid bill', by: 'desk' });
  const taken = async () =>
    (await market.engine.get(ListPools).run({ sort: 'code', limit: 100 })).items.find(
      ({ code }) => code === 'opc-shanghai-2026',
    )?.takenTokens;

  it.each([
    ['peking', 'not_in_this_region'],
    ['passer-by', 'not_in_this_region'],
    ['works', 'not_for_this_kind_of_customer'],
    ['lin', 'not_for_this_kind_of_customer'],
    ['river', 'not_verified'],
  ])('is not for %s: %s', async (account, code) => {
    expect(await market.order(account, TRIAL)).toBe(code);
    expect(await market.balance(account)).toEqual([]);
  });

  it('is given once to a company, however many accounts it has', async () => {
    expect(await market.order('solo', TRIAL)).toBe('taken');
    expect(await market.order('solo-lab', TRIAL)).toBe('taken_before');
    expect(await market.balance('solo')).toEqual([[TRIAL, 30_000_000_000n, 0n, 0n]]);
    expect(await market.balance('solo-lab')).toEqual([]);
    market.moveTo('2026-10-05T11:00:00+08:00');
    await market.verifyCustomer('river');
    expect(await market.order('river', TRIAL)).toBe('taken');
    expect(await market.order('river', TRIAL)).toBe('taken_before');
    expect(await taken()).toBe(60_000_000);
  });

  it('lets a suspended account take up nothing, and charges what it uses', async () => {
    market.moveTo('2026-10-10T09:00:00+08:00');
    expect(await post(BEFORE)).toEqual(['accepted']);
    expect((await change('suspended')).ok).toBe(true);
    expect(await market.order('solo', 'entry-400k')).toBe('account_not_active');
    market.moveTo('2026-10-20T09:00:00+08:00');
    expect(await post(SUSPENDED)).toEqual(['accepted']);
    expect((await change('active')).ok).toBe(true);
    expect(await market.balance('solo')).toEqual([[TRIAL, 30_000_000_000n, 12_300_000_000n, 0n]]);
  });

  it('ends at its limit: beyond it nothing is charged', async () => {
    market.moveTo('2026-10-25T09:00:00+08:00');
    expect(await post(BEYOND)).toEqual(['accepted']);
    const rating = [
      'record_id',
      'drawn_milli',
      'overage_tokens',
      'overage_kind',
      'compute_cost',
      'usage_gross',
    ];
    expect(await market.records('t%', ...rating)).toEqual([
      ['t1', '5900000000', '0', null, '1.648000000000', '0.000000000000'],
      ['t2', '6400000000', '0', null, '2.856000000000', '0.000000000000'],
      ['t3', '17700000000', '400000', 'overdraw', '5.855000000000', '0.000000000000'],
    ]);
    expect(await market.balance('solo')).toEqual([[TRIAL, 30_000_000_000n, 30_000_000_000n, 0n]]);
  });

  it('is carried by the operator, who pays vendors and compute for October', async () => {
    await market.endMonth('2026-10');
    await market.settle('2026-10');
    expect(await market.told('2026-10')).toBe(STATEMENTS);
  });

  it('is for Beijing, too, from the day on which the rule says so', async () => {
    const effectiveFrom = Date.parse('2026-11-10T00:00:00+08:00');
    const body = { ...RULE, regions: ['CN-SH', 'CN-BJ'] };
    const rule = { kind: 'eligibility_rule', body, effectiveFrom, by: 'maker' } as const;
    expect((await market.engine.get(PublishDocument).run(rule)).ok).toBe(true);
    market.moveTo('2026-11-09T23:59:59+08:00');
    expect(await market.order('peking', TRIAL)).toBe('not_in_this_region');
    market.moveTo('2026-11-10T00:00:00+08:00');
    expect(await market.order('peking', TRIAL)).toBe('taken');
    expect(await market.order('works', TRIAL)).toBe('not_for_this_kind_of_customer');
    expect(await taken()).toBe(90_000_000);
  });
});

const BEFORE =
  't1 | solo | 2026-10-08T20:00:00 | telechat-2-115b | ascend-910c | input 5_000_000, cached_input 4_000_000, output 2_000_000';
const SUSPENDED =
  't2 | solo | 2026-10-15T10:00:00 | glm-5 | ascend-910b | input 3_000_000, cached_input 2_000_000, output 1_500_000';
const BEYOND =
  't3 | solo | 2026-10-24T10:00:00 | deepseek-v3.2 | hygon-dcu | input 10_000_000, output 8_100_000';

const STATEMENTS = `
chinatelecom-xingchen: trial-opc-30m telechat-2-115b package free 5.50
chinatelecom-xingchen: issued 5.50 + 0.33 VAT = 5.83
deepseek: trial-opc-30m deepseek-v3.2 overdraw 0.20
deepseek: trial-opc-30m deepseek-v3.2 package free 8.85
deepseek: issued 9.05 + 0.54 VAT = 9.59
hygon-cloud: trial-opc-30m deepseek-v3.2 overdraw 0.22
hygon-cloud: trial-opc-30m deepseek-v3.2 package free 5.64
hygon-cloud: issued 5.86 + 0.35 VAT = 6.21
operator: trial-opc-30m deepseek-v3.2 overdraw -0.42
operator: trial-opc-30m deepseek-v3.2 package free -14.48
operator: trial-opc-30m glm-5 package free -6.11
operator: trial-opc-30m telechat-2-115b package free -7.15
operator: issued -28.16 + 0.00 VAT = -28.16
tianyi-ascend: trial-opc-30m glm-5 package free 2.85
tianyi-ascend: trial-opc-30m telechat-2-115b package free 1.65
tianyi-ascend: issued 4.50 + 0.27 VAT = 4.77
zhipu: trial-opc-30m glm-5 package free 3.25
zhipu: issued 3.25 + 0.20 VAT = 3.45`;
