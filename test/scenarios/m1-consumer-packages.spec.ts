import { SeededMarket } from '../support/seeded-market';
import { call } from '../support/seeded-calls';

// Every figure here is worked out by hand in db/seeds/scenarios/m1.md.

describe('M1: a consumer buys a package in the middle of October', () => {
  let market: SeededMarket;
  let novemberRun: number;
  beforeAll(async () => {
    market = await SeededMarket.open('2026-10-17T10:30:00+08:00');
  });
  afterAll(() => market.stop());
  afterEach(async () => expect(await market.violations()).toEqual([]));

  const post = async (...records: readonly object[]) =>
    (await market.post(...records)).map(({ status }) => status);
  const charges = async (recordIds: string) =>
    (
      await market.rows<Record<string, string>>(
        `SELECT record_id, drawn_milli, recognised_gross, recognised_net, usage_gross FROM ciyuan.usage_record
          WHERE record_id LIKE $1 ORDER BY record_id`,
        [recordIds],
      )
    ).map((row) => Object.values(row));

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
    const october = [
      call('o1', 'lin', '2026-10-17T20:00:00+08:00', 'telechat-2-115b', 'ascend-910c', {
        input: 1_000_000,
        cached_input: 400_000,
        output: 500_000,
      }),
      call('o2', 'lin', '2026-10-20T15:00:00+08:00', 'glm-5', 'ascend-910c', {
        input: 300_000,
        cached_input: 200_000,
        output: 100_000,
        reasoning: 50_000,
      }),
      call('o3', 'lin', '2026-10-25T02:00:00+08:00', 'deepseek-v3.2', 'hygon-dcu', {
        input: 900_000,
        cached_input: 1_000_000,
        output: 300_000,
      }),
    ];
    expect(await post(...october)).toEqual(['accepted', 'accepted', 'accepted']);
    market.moveTo('2026-11-02T09:00:00+08:00');
    const lastMinute = { input: 100_000, output: 80_000 };
    const late = call('o4', 'lin', '2026-10-31T23:59:00+08:00', 'kimi-k2', 'mlu-590', lastMinute);
    expect(await post(late)).toEqual(['accepted']);
    expect(await charges('o%')).toEqual([
      ['o1', '1230000000', '1.217153296142', '1.147316631609', '0.000000000000'],
      ['o2', '640000000', '0.633315536204', '0.596977759537', '0.000000000000'],
      ['o3', '1300000000', '1.286422182915', '1.212611074059', '0.000000000000'],
      ['o4', '220000000', '0.217702215570', '0.205211104841', '0.000000000000'],
    ]);
    expect(await market.balance('lin')).toEqual([['personal-10m', 4_931_507_000n, 3_390_000_000n, 0n]]);
  });

  it('renews by itself, and lets the leftover lapse only after the lateness window', async () => {
    market.moveTo('2026-11-03T10:00:00+08:00');
    const first = call('n1', 'lin', '2026-11-03T10:00:00+08:00', 'glm-5', 'ascend-910c', {
      input: 1_200_000,
      cached_input: 500_000,
      output: 400_000,
    });
    expect(await post(first)).toEqual(['accepted']);
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
    expect(await market.shares('2026-10')).toEqual(OCTOBER_SHARES);
    expect(await market.payables('2026-10')).toEqual({
      'cambricon-cloud': ['0.01', '0.00', '0.01'],
      'chinatelecom-xingchen': ['0.40', '0.02', '0.42'],
      deepseek: ['0.34', '0.02', '0.36'],
      'hygon-cloud': ['0.31', '0.02', '0.33'],
      moonshot: ['0.14', '0.01', '0.15'],
      operator: ['-1997.19', '-119.83', '-2117.02'],
      'tianyi-ascend': ['0.60', '0.04', '0.64'],
      zhipu: ['2000.00', '120.00', '2120.00'],
    });
  });

  it('burns the package before the entry pack, and charges the base tariff for the rest', async () => {
    market.moveTo('2026-11-12T12:00:00+08:00');
    expect(await market.order('studio', 'developer-15m')).toBe('taken');
    market.moveTo('2026-11-21T12:00:00+08:00');
    expect(await market.order('lin', 'entry-400k')).toBe('taken');
    market.moveTo('2026-11-30T12:00:00+08:00');
    expect(await post(...november())).toEqual(Array(8).fill('accepted'));
    expect(await charges('n%')).toEqual([
      ['n1', '2100000000', '2.079000000000', '1.961400000000', '0.000000000000'],
      ['n2', '3000000000', '2.970000000000', '2.802000000000', '0.000000000000'],
      ['n3', '2300000000', '2.277000000000', '2.148200000000', '0.000000000000'],
      ['n4', '1750000000', '1.732500000000', '1.634500000000', '0.000000000000'],
      ['n5', '700000000', '0.693000000000', '0.653800000000', '0.000000000000'],
      ['n6', '549998500', '1.148497005000', '1.080097183000', '0.400020000000'],
      ['n7', '1000', '0.000002500000', '0.000002350000', '0.699999000000'],
      ['n8', '400', '0.000000396000', '0.000000373600', '0.301997600000'],
    ]);
    expect(await charges('d1')).toEqual([
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
    novemberRun = (await market.settle('2026-11')).id;
    expect(await market.shares('2026-11')).toEqual(NOVEMBER_SHARES);
    expect((await market.statements('2026-11')).map((one) => [one.state, one.runId])).toEqual(
      Array(9).fill(['issued', novemberRun]),
    );
    expect(await market.payables('2026-11')).toEqual({
      'cambricon-cloud': ['0.17', '0.01', '0.18'],
      'chinatelecom-xingchen': ['0.57', '0.03', '0.60'],
      deepseek: ['0.73', '0.04', '0.77'],
      'hygon-cloud': ['0.92', '0.06', '0.98'],
      minimax: ['0.98', '0.06', '1.04'],
      moonshot: ['0.61', '0.04', '0.65'],
      operator: ['-1991.34', '-119.48', '-2110.82'],
      'tianyi-ascend': ['3.26', '0.20', '3.46'],
      zhipu: ['2003.24', '120.19', '2123.43'],
    });
  });
});

const november = () => [
  call('n2', 'lin', '2026-11-10T21:00:00+08:00', 'minimax-m2', 'hygon-dcu', {
    input: 2_000_000,
    cached_input: 3_000_000,
    output: 700_000,
  }),
  call('n3', 'lin', '2026-11-15T11:00:00+08:00', 'deepseek-v3.2', 'ascend-910b', {
    input: 1_500_000,
    cached_input: 2_000_000,
    output: 600_000,
  }),
  call('n4', 'lin', '2026-11-18T20:00:00+08:00', 'telechat-2-115b', 'ascend-910c', {
    input: 1_000_000,
    cached_input: 2_000_000,
    output: 1_000_000,
  }),
  call('n5', 'lin', '2026-11-22T16:00:00+08:00', 'glm-5-air', 'mlu-590', { input: 500_000, output: 200_000 }),
  call('n6', 'lin', '2026-11-25T15:00:00+08:00', 'kimi-k2', 'hygon-dcu', {
    input: 100_000,
    cached_input: 200_000,
    output: 300_000,
  }),
  call('n7', 'lin', '2026-11-26T01:00:00+08:00', 'deepseek-v3.2', 'hygon-dcu', {
    input: 400_000,
    output: 200_000,
  }),
  call('n8', 'lin', '2026-11-28T10:00:00+08:00', 'glm-5', 'ascend-910c', {
    input: 30_000,
    cached_input: 10_000,
    output: 5_000,
  }),
  call('d1', 'studio', '2026-11-13T10:00:00+08:00', 'glm-5', 'ascend-910b', {
    input: 2_000_000,
    output: 500_000,
  }),
];

const OCTOBER_SHARES = {
  'cambricon-cloud': ['personal-10m kimi-k2 package: 0.01'],
  'chinatelecom-xingchen': ['personal-10m telechat-2-115b package: 0.40'],
  deepseek: ['personal-10m deepseek-v3.2 package: 0.34'],
  'hygon-cloud': ['personal-10m deepseek-v3.2 package: 0.31'],
  moonshot: ['personal-10m kimi-k2 package: 0.14'],
  operator: [
    'personal-10m deepseek-v3.2 package: 0.56',
    'personal-10m breakage: 1.44',
    'personal-10m telechat-2-115b package: 0.37',
    'personal-10m glm-5 package: 0.13',
    'guarantee of 2026-10: -1999.75',
    'personal-10m kimi-k2 package: 0.06',
  ],
  'tianyi-ascend': ['personal-10m telechat-2-115b package: 0.38', 'personal-10m glm-5 package: 0.22'],
  zhipu: ['personal-10m glm-5 package: 0.25', 'guarantee of 2026-10: 1999.75'],
};

const NOVEMBER_SHARES = {
  'cambricon-cloud': ['personal-10m glm-5-air package: 0.17'],
  'chinatelecom-xingchen': ['personal-10m telechat-2-115b package: 0.57'],
  deepseek: [
    'entry-400k deepseek-v3.2 package: 0.00',
    'payg-standard deepseek-v3.2 usage: 0.19',
    'personal-10m deepseek-v3.2 package: 0.54',
  ],
  'hygon-cloud': [
    'entry-400k deepseek-v3.2 package: 0.00',
    'payg-standard deepseek-v3.2 usage: 0.17',
    'personal-10m minimax-m2 package: 0.71',
    'entry-400k kimi-k2 package: 0.02',
    'payg-standard kimi-k2 usage: 0.00',
    'personal-10m kimi-k2 package: 0.02',
  ],
  minimax: ['personal-10m minimax-m2 package: 0.98'],
  moonshot: [
    'entry-400k kimi-k2 package: 0.48',
    'payg-standard kimi-k2 usage: 0.04',
    'personal-10m kimi-k2 package: 0.09',
  ],
  operator: [
    'entry-400k deepseek-v3.2 package: 0.00',
    'payg-standard deepseek-v3.2 usage: 0.31',
    'personal-10m deepseek-v3.2 package: 0.93',
    'personal-10m breakage: 0.00',
    'personal-10m glm-5-air package: 0.26',
    'personal-10m minimax-m2 package: 1.11',
    'personal-10m telechat-2-115b package: 0.42',
    'developer-15m glm-5 package: 3.26',
    'payg-standard glm-5 usage: 0.15',
    'personal-10m glm-5 package: 0.47',
    'guarantee of 2026-11: -1999.06',
    'entry-400k kimi-k2 package: 0.44',
    'payg-standard kimi-k2 usage: 0.34',
    'personal-10m kimi-k2 package: 0.03',
  ],
  'tianyi-ascend': [
    'personal-10m deepseek-v3.2 package: 0.67',
    'personal-10m telechat-2-115b package: 0.64',
    'developer-15m glm-5 package: 1.26',
    'payg-standard glm-5 usage: 0.01',
    'personal-10m glm-5 package: 0.68',
  ],
  zhipu: [
    'personal-10m glm-5-air package: 0.23',
    'developer-15m glm-5 package: 3.01',
    'payg-standard glm-5 usage: 0.12',
    'personal-10m glm-5 package: 0.82',
    'guarantee of 2026-11: 1999.06',
  ],
};
