import { SeededMarket } from '../support/seeded-market';
import { calls } from '../support/seeded-calls';

// Every figure here is worked out by hand in db/seeds/scenarios/m1.md.

const RATING = ['record_id', 'drawn_milli', 'recognised_gross', 'recognised_net', 'usage_gross'];

describe('M1: a consumer buys a package in the middle of October', () => {
  let market: SeededMarket;
  beforeAll(async () => {
    market = await SeededMarket.open('2026-10-17T10:30:00+08:00');
  });
  afterAll(() => market.stop());
  afterEach(async () => expect(await market.violations()).toEqual([]));

  const post = async (table: string) => (await market.post(...calls(table))).map(({ status }) => status);

  it('sells the consumer ladder to consumers, prorated by the yearly rate', async () => {
    await market.openAccount('lin', 'consumer');
    await market.openAccount('studio', 'developer');
    expect(await market.order('studio', 'personal-10m')).toBe('not_in_this_segment');
    expect(await market.order('lin', 'developer-15m')).toBe('not_in_this_segment');
    expect(await market.order('lin', 'payg-standard')).toBe('taken');
    expect(await market.order('lin', 'personal-10m')).toBe('taken');
    expect(await market.balance('studio')).toEqual([]);
    expect(await market.balance('lin')).toEqual([['personal-10m', 4_931_507_000n, 0n, 0n]]);
    expect(await market.rows('SELECT price_gross, price_net FROM ciyuan.grant_bucket')).toEqual([
      { price_gross: '4.880000000000', price_net: '4.600000000000' },
    ]);
  });

  it('counts every model by its coefficients and recognises the price as it is consumed', async () => {
    market.moveTo('2026-10-31T23:30:00+08:00');
    expect(await post(OCTOBER)).toEqual(['accepted', 'accepted', 'accepted']);
    market.moveTo('2026-11-02T09:00:00+08:00');
    expect(await post(LAST_MINUTE)).toEqual(['accepted']);
    expect(await market.records('o%', ...RATING)).toEqual([
      ['o1', '1230000000', '1.217153296142', '1.147316631609', '0.000000000000'],
      ['o2', '640000000', '0.633315536204', '0.596977759537', '0.000000000000'],
      ['o3', '1300000000', '1.286422182915', '1.212611074059', '0.000000000000'],
      ['o4', '220000000', '0.217702215570', '0.205211104841', '0.000000000000'],
    ]);
    expect(await market.balance('lin')).toEqual([['personal-10m', 4_931_507_000n, 3_390_000_000n, 0n]]);
  });

  it('renews by itself, and lets the leftover lapse only after the lateness window', async () => {
    market.moveTo('2026-11-03T10:00:00+08:00');
    expect(await post(RENEWED)).toEqual(['accepted']);
    market.moveTo('2026-11-03T23:59:59.999+08:00');
    expect(await market.expire()).toBe(0);
    market.moveTo('2026-11-04T00:00:00+08:00');
    expect(await market.expire()).toBe(1);
    expect(await market.balance('lin')).toEqual([
      ['personal-10m', 4_931_507_000n, 3_390_000_000n, 1_541_507_000n],
      ['personal-10m', 10_000_000_000n, 2_100_000_000n, 0n],
    ]);
  });

  it('shares October among those who really served it', async () => {
    await market.endMonth('2026-10');
    const calculated = await market.calculate('2026-10');
    const runId = calculated.ok ? calculated.value.id : 0;
    expect(await market.approve(runId, 'maker')).toMatchObject({ refusal: { code: 'second_person_needed' } });
    expect(await market.issue(runId)).toMatchObject({
      refusal: { code: 'wrong_state', state: 'calculated' },
    });
    expect((await market.approve(runId)).ok && (await market.issue(runId)).ok).toBe(true);
    expect(await market.told('2026-10')).toBe(OCTOBER_STATEMENTS);
  });

  it('burns the package before the entry pack, and charges the base tariff for the rest', async () => {
    market.moveTo('2026-11-12T12:00:00+08:00');
    expect(await market.order('studio', 'developer-15m')).toBe('taken');
    market.moveTo('2026-11-21T12:00:00+08:00');
    expect(await market.order('lin', 'entry-400k')).toBe('taken');
    market.moveTo('2026-11-30T12:00:00+08:00');
    expect(await post(NOVEMBER)).toEqual(Array(8).fill('accepted'));
    expect(await market.records('n%', ...RATING)).toEqual([
      ['n1', '2100000000', '2.079000000000', '1.961400000000', '0.000000000000'],
      ['n2', '3000000000', '2.970000000000', '2.802000000000', '0.000000000000'],
      ['n3', '2300000000', '2.277000000000', '2.148200000000', '0.000000000000'],
      ['n4', '1750000000', '1.732500000000', '1.634500000000', '0.000000000000'],
      ['n5', '700000000', '0.693000000000', '0.653800000000', '0.000000000000'],
      ['n6', '549998500', '1.148497005000', '1.080097183000', '0.400020000000'],
      ['n7', '1000', '0.000002500000', '0.000002350000', '0.699999000000'],
      ['n8', '400', '0.000000396000', '0.000000373600', '0.301997600000'],
    ]);
    expect(await market.records('d1', ...RATING)).toEqual([
      ['d1', '3000000000', '7.980000000000', '7.528000000000', '0.000000000000'],
    ]);
  });

  it('leaves a tenth of a token of the package, which lapses, and nothing of the pack', async () => {
    await market.endMonth('2026-11');
    expect(await market.balance('lin')).toEqual([
      ['personal-10m', 4_931_507_000n, 3_390_000_000n, 1_541_507_000n],
      ['personal-10m', 10_000_000_000n, 9_999_999_900n, 100n],
      ['personal-10m', 10_000_000_000n, 0n, 0n],
      ['entry-400k', 400_000_000n, 400_000_000n, 0n],
    ]);
  });

  it('shares the 9.90 yuan of November, the pack and the overage', async () => {
    await market.settle('2026-11');
    expect(await market.told('2026-11')).toBe(NOVEMBER_STATEMENTS);
  });
});

const OCTOBER = `
  o1 | lin | 2026-10-17T20:00:00 | telechat-2-115b | ascend-910c | input 1_000_000, cached_input 400_000, output 500_000
  o2 | lin | 2026-10-20T15:00:00 | glm-5 | ascend-910c | input 300_000, cached_input 200_000, output 100_000, reasoning 50_000
  o3 | lin | 2026-10-25T02:00:00 | deepseek-v3.2 | hygon-dcu | input 900_000, cached_input 1_000_000, output 300_000`;
const LAST_MINUTE = 'o4 | lin | 2026-10-31T23:59:00 | kimi-k2 | mlu-590 | input 100_000, output 80_000';
const RENEWED =
  'n1 | lin | 2026-11-03T10:00:00 | glm-5 | ascend-910c | input 1_200_000, cached_input 500_000, output 400_000';
const NOVEMBER = `
  n2 | lin | 2026-11-10T21:00:00 | minimax-m2 | hygon-dcu | input 2_000_000, cached_input 3_000_000, output 700_000
  n3 | lin | 2026-11-15T11:00:00 | deepseek-v3.2 | ascend-910b | input 1_500_000, cached_input 2_000_000, output 600_000
  n4 | lin | 2026-11-18T20:00:00 | telechat-2-115b | ascend-910c | input 1_000_000, cached_input 2_000_000, output 1_000_000
  n5 | lin | 2026-11-22T16:00:00 | glm-5-air | mlu-590 | input 500_000, output 200_000
  n6 | lin | 2026-11-25T15:00:00 | kimi-k2 | hygon-dcu | input 100_000, cached_input 200_000, output 300_000
  n7 | lin | 2026-11-26T01:00:00 | deepseek-v3.2 | hygon-dcu | input 400_000, output 200_000
  n8 | lin | 2026-11-28T10:00:00 | glm-5 | ascend-910c | input 30_000, cached_input 10_000, output 5_000
  d1 | studio | 2026-11-13T10:00:00 | glm-5 | ascend-910b | input 2_000_000, output 500_000`;

const OCTOBER_STATEMENTS = `
cambricon-cloud: personal-10m kimi-k2 package 0.01
cambricon-cloud: issued 0.01 + 0.00 VAT = 0.01
chinatelecom-xingchen: personal-10m telechat-2-115b package 0.40
chinatelecom-xingchen: issued 0.40 + 0.02 VAT = 0.42
deepseek: personal-10m deepseek-v3.2 package 0.34
deepseek: issued 0.34 + 0.02 VAT = 0.36
hygon-cloud: personal-10m deepseek-v3.2 package 0.31
hygon-cloud: issued 0.31 + 0.02 VAT = 0.33
moonshot: personal-10m kimi-k2 package 0.14
moonshot: issued 0.14 + 0.01 VAT = 0.15
operator: personal-10m deepseek-v3.2 package 0.56
operator: personal-10m breakage 1.44
operator: personal-10m telechat-2-115b package 0.37
operator: personal-10m glm-5 package 0.13
operator: guarantee 2026-10 -1999.75
operator: personal-10m kimi-k2 package 0.06
operator: issued -1997.19 + 0.00 VAT = -1997.19
tianyi-ascend: personal-10m telechat-2-115b package 0.38
tianyi-ascend: personal-10m glm-5 package 0.22
tianyi-ascend: issued 0.60 + 0.04 VAT = 0.64
zhipu: personal-10m glm-5 package 0.25
zhipu: guarantee 2026-10 1999.75
zhipu: issued 2000.00 + 120.00 VAT = 2120.00`;

const NOVEMBER_STATEMENTS = `
cambricon-cloud: personal-10m glm-5-air package 0.17
cambricon-cloud: issued 0.17 + 0.01 VAT = 0.18
chinatelecom-xingchen: personal-10m telechat-2-115b package 0.57
chinatelecom-xingchen: issued 0.57 + 0.03 VAT = 0.60
deepseek: entry-400k deepseek-v3.2 package 0.00
deepseek: payg-standard deepseek-v3.2 usage 0.19
deepseek: personal-10m deepseek-v3.2 package 0.54
deepseek: issued 0.73 + 0.04 VAT = 0.77
hygon-cloud: entry-400k deepseek-v3.2 package 0.00
hygon-cloud: payg-standard deepseek-v3.2 usage 0.17
hygon-cloud: personal-10m minimax-m2 package 0.71
hygon-cloud: entry-400k kimi-k2 package 0.02
hygon-cloud: payg-standard kimi-k2 usage 0.00
hygon-cloud: personal-10m kimi-k2 package 0.02
hygon-cloud: issued 0.92 + 0.06 VAT = 0.98
minimax: personal-10m minimax-m2 package 0.98
minimax: issued 0.98 + 0.06 VAT = 1.04
moonshot: entry-400k kimi-k2 package 0.48
moonshot: payg-standard kimi-k2 usage 0.04
moonshot: personal-10m kimi-k2 package 0.09
moonshot: issued 0.61 + 0.04 VAT = 0.65
operator: entry-400k deepseek-v3.2 package 0.00
operator: payg-standard deepseek-v3.2 usage 0.31
operator: personal-10m deepseek-v3.2 package 0.93
operator: personal-10m breakage 0.00
operator: personal-10m glm-5-air package 0.26
operator: personal-10m minimax-m2 package 1.11
operator: personal-10m telechat-2-115b package 0.42
operator: developer-15m glm-5 package 3.26
operator: payg-standard glm-5 usage 0.15
operator: personal-10m glm-5 package 0.47
operator: guarantee 2026-11 -1999.06
operator: entry-400k kimi-k2 package 0.44
operator: payg-standard kimi-k2 usage 0.34
operator: personal-10m kimi-k2 package 0.03
operator: issued -1991.34 + 0.00 VAT = -1991.34
tianyi-ascend: personal-10m deepseek-v3.2 package 0.67
tianyi-ascend: personal-10m telechat-2-115b package 0.64
tianyi-ascend: developer-15m glm-5 package 1.26
tianyi-ascend: payg-standard glm-5 usage 0.01
tianyi-ascend: personal-10m glm-5 package 0.68
tianyi-ascend: issued 3.26 + 0.20 VAT = 3.46
zhipu: personal-10m glm-5-air package 0.23
zhipu: developer-15m glm-5 package 3.01
zhipu: payg-standard glm-5 usage 0.12
zhipu: personal-10m glm-5 package 0.82
zhipu: guarantee 2026-11 1999.06
zhipu: issued 2003.24 + 120.19 VAT = 2123.43`;
