import { ReadStatement } from '@ciyuan/modules/settlement';
import { calls } from '../support/seeded-calls';
import { SeededMarket } from '../support/seeded-market';

// Every figure here is worked out by hand in db/seeds/scenarios/m8.md.

describe('M8: model vendors sell through the operator', () => {
  let market: SeededMarket;
  beforeAll(async () => {
    market = await SeededMarket.open('2026-09-01T00:00:00+08:00');
    await market.openAccount('works', 'small_firm');
    await market.openAccount('newcomer', 'consumer');
    await market.order('works', 'payg-standard');
    await market.order('newcomer', 'payg-standard');
  });
  afterAll(() => market.stop());
  afterEach(async () => expect(await market.violations()).toEqual([]));

  const post = async (table: string) => (await market.post(...calls(table))).map(({ status }) => status);
  const toldTo = async (party: string, runId: number) => {
    const asked = { runId, party, currency: 'CNY', toldTo: party };
    return (await market.engine.get(ReadStatement).run(asked))?.statement.payableFen;
  };

  it('charges and pays more at peak hours: from 14:00 to 18:00, on working days', async () => {
    market.moveTo('2026-09-12T20:00:00+08:00');
    expect(await post(AROUND_THE_PEAK)).toEqual(Array(4).fill('accepted'));
    expect(await market.records('s%', 'record_id', 'usage_gross', 'vendor_cost')).toEqual([
      ['s1', '0.770000000000', '0.066000000000'],
      ['s2', '0.962500000000', '0.099000000000'],
      ['s3', '0.770000000000', '0.066000000000'],
      ['s4', '0.770000000000', '0.066000000000'],
    ]);
  });

  it('charges for GLM-5 by the length of the prompt, and for writing the cache of MiniMax-M2', async () => {
    expect(await post(BY_REVENUE)).toEqual(Array(3).fill('accepted'));
    expect(await market.records('u%', 'record_id', 'usage_gross', 'compute_cost')).toEqual([
      ['u1', '36.115200000000', '1.807100000000'],
      ['u2', '22.182401200000', '0.907550025000'],
      ['u3', '6.090000000000', '0.395000000000'],
    ]);
  });

  it('gives a trial, and charges nothing when it is used up', async () => {
    market.moveTo('2026-09-14T12:00:00+08:00');
    expect(await market.order('newcomer', 'trial-200k')).toBe('taken');
    market.moveTo('2026-09-30T12:00:00+08:00');
    expect(await post(ON_TRIAL)).toEqual(['accepted', 'accepted']);
    expect(await market.records('t%', 'record_id', 'drawn_milli', 'overage_tokens', 'usage_gross')).toEqual([
      ['t1', '120000000', '0', '0.000000000000'],
      ['t2', '80000000', '15000', '0.000000000000'],
    ]);
    expect(await market.records('t%', 'overage_kind', 'vendor_cost', 'compute_cost')).toEqual([
      [null, '0.108000000000', '0.054200000000'],
      ['overdraw', '0.070000000000', '0.052500000000'],
    ]);
    expect(await market.balance('newcomer')).toEqual([['trial-200k', 200_000_000n, 200_000_000n, 0n]]);
  });

  it('states September: per token, by revenue with its minimum, and the trial at the operator’s expense', async () => {
    await market.endMonth('2026-09');
    const { id } = await market.settle('2026-09');
    expect(await market.told('2026-09')).toBe(SEPTEMBER_STATEMENTS);
    expect(await toldTo('zhipu', id)).toBe(212_004n);
    expect(await toldTo('deepseek', id)).toBeUndefined();
  });

  it('pays no top-up for October, which brings more than the minimum', async () => {
    market.moveTo('2026-10-31T12:00:00+08:00');
    expect(await post(A_LARGE_JOB)).toEqual(Array(10).fill('accepted'));
    await market.endMonth('2026-10');
    const calculated = await market.calculate('2026-10');
    const runId = calculated.ok ? calculated.value.id : 0;
    await market.approve(runId);
    expect(await toldTo('zhipu', runId)).toBeUndefined();
    expect((await market.issue(runId)).ok).toBe(true);
    expect(await toldTo('zhipu', runId)).toBe(231_100n);
    expect(await market.told('2026-10')).toBe(OCTOBER_STATEMENTS);
  });
});

const AROUND_THE_PEAK = `
  s1 | works | 2026-09-08T13:59:59 | kimi-k2 | mlu-590 | input 100_000, cached_input 50_000, output 20_000
  s2 | works | 2026-09-08T14:00:00 | kimi-k2 | mlu-590 | input 100_000, cached_input 50_000, output 20_000
  s3 | works | 2026-09-08T18:00:00 | kimi-k2 | mlu-590 | input 100_000, cached_input 50_000, output 20_000
  s4 | works | 2026-09-12T15:00:00 | kimi-k2 | mlu-590 | input 100_000, cached_input 50_000, output 20_000`;

const BY_REVENUE = `
  u1 | works | 2026-09-10T15:00:00 | glm-5 | ascend-910c | input 28_000, cached_input 4_000, output 2_000_000
  u2 | works | 2026-09-11T10:00:00 | glm-5 | ascend-910c | input 30_000, cached_input 2_001, output 1_000_000
  u3 | works | 2026-09-11T11:00:00 | minimax-m2 | hygon-dcu | input 1_000_000, cached_input 500_000, cache_write 200_000, output 400_000`;

const ON_TRIAL = `
  t1 | newcomer | 2026-09-15T15:00:00 | kimi-k2 | mlu-590 | input 60_000, output 40_000
  t2 | newcomer | 2026-09-16T10:00:00 | glm-5 | ascend-910b | input 50_000, output 30_000`;

const A_LARGE_JOB = Array.from(
  { length: 10 },
  (_, hour) =>
    `j${hour} | works | 2026-10-12T0${hour}:00:00 | glm-5 | ascend-910c | input 40_000, output 25_000_000`,
).join('\n');

const SEPTEMBER_STATEMENTS = `
cambricon-cloud: payg-standard kimi-k2 usage 0.04
cambricon-cloud: trial-200k kimi-k2 package free 0.06
cambricon-cloud: issued 0.10 + 0.01 VAT = 0.11
hygon-cloud: payg-standard minimax-m2 usage 0.40
hygon-cloud: issued 0.40 + 0.02 VAT = 0.42
minimax: payg-standard minimax-m2 usage 2.01
minimax: issued 2.01 + 0.12 VAT = 2.13
moonshot: payg-standard kimi-k2 usage 0.30
moonshot: trial-200k kimi-k2 package free 0.05
moonshot: issued 0.35 + 0.02 VAT = 0.37
operator: payg-standard minimax-m2 usage 3.34
operator: payg-standard glm-5 usage 29.18
operator: guarantee 2026-09 -1976.90
operator: payg-standard kimi-k2 usage 2.75
operator: trial-200k glm-5 overdraw -0.03
operator: trial-200k glm-5 package free -0.07
operator: trial-200k kimi-k2 package free -0.10
operator: issued -1941.83 + 0.00 VAT = -1941.83
tianyi-ascend: payg-standard glm-5 usage 2.72
tianyi-ascend: trial-200k glm-5 overdraw 0.02
tianyi-ascend: trial-200k glm-5 package free 0.03
tianyi-ascend: issued 2.77 + 0.17 VAT = 2.94
zhipu: payg-standard glm-5 usage 23.10
zhipu: guarantee 2026-09 1976.90
zhipu: trial-200k glm-5 overdraw 0.01
zhipu: trial-200k glm-5 package free 0.03
zhipu: issued 2000.04 + 120.00 VAT = 2120.04`;

const OCTOBER_STATEMENTS = `
operator: payg-standard glm-5 usage 2785.65
operator: issued 2785.65 + 0.00 VAT = 2785.65
tianyi-ascend: payg-standard glm-5 usage 225.10
tianyi-ascend: issued 225.10 + 13.51 VAT = 238.61
zhipu: payg-standard glm-5 usage 2180.19
zhipu: issued 2180.19 + 130.81 VAT = 2311.00`;
