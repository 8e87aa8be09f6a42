import { PublishDocument } from '@ciyuan/modules/catalogue';
import { ListPools, OpenCampaignPool, TopUpPool } from '@ciyuan/modules/subscriptions';
import { calls } from '../support/seeded-calls';
import { SeededMarket } from '../support/seeded-market';
import { must } from '../support/settlement-engine';

// Every figure here is worked out by hand in db/seeds/scenarios/m2.md.

const PUDONG = {
  code: 'entry-400k-pudong',
  role: 'pack',
  name: '浦东一元40万',
  eligibility: { regions: ['CN-SH-PD'] },
  campaignPool: 'pudong-week',
  currency: 'CNY',
  price: '1.00',
  vatRate: '0.06',
  allowance: { tokens: 400_000, models: ['*'], source: 'pack' },
  validityDays: 30,
  cycleAnchor: 'order_day',
  firstPeriod: { mode: 'full', denominator: 'actual', allowanceRounding: 'up' },
  exhaustion: 'payg',
  coefficientTable: 'standard',
  coefficients: 'at_issue',
  latenessHours: 72,
};
const PUDONG_POOL = {
  code: 'pudong-week',
  name: '浦东推广周',
  tokens: 1_000_000,
  startsAt: '2026-10-01T00:00:00+08:00',
  endsAt: '2026-10-08T00:00:00+08:00',
};
const REGIONS: Readonly<Record<string, string>> = {
  mei: 'CN-SH',
  bo: 'CN-BJ',
  li: 'CN-SH-PD',
  wang: 'CN-SH-PD',
  zhao: 'CN-SH-PD',
};

describe('M2: 400,000 tokens for one yuan in Shanghai', () => {
  let market: SeededMarket;
  beforeAll(async () => {
    market = await SeededMarket.open('2026-10-01T12:00:00+08:00');
    for (const [index, [code, region]] of Object.entries(REGIONS).entries()) {
      await market.registerCustomer(code, 'person', region, String(index).repeat(64));
      await market.openAccount(code, 'consumer', code);
    }
    await market.openAccount('passer-by', 'consumer');
  });
  afterAll(() => market.stop());
  afterEach(async () => expect(await market.violations()).toEqual([]));

  const pools = async () =>
    (await market.engine.get(ListPools).run({ sort: 'code', limit: 100 })).items.map((pool) => [
      pool.code,
      pool.tokens,
      pool.takenTokens,
    ]);
  const pudong = async () => (await pools()).find(([code]) => code === 'pudong-week')?.slice(1);
  const topUp = (reference: string) =>
    market.engine.get(TopUpPool).run({ pool: 'pudong-week', reference, tokens: 200_000, by: 'maker' });

  it('sells it in Shanghai, and nowhere else', async () => {
    expect(await market.order('bo', 'entry-400k-sh')).toBe('not_in_this_region');
    expect(await market.order('passer-by', 'entry-400k-sh')).toBe('not_in_this_region');
    expect(await market.order('mei', 'entry-400k-sh')).toBe('taken');
    expect(await market.balance('mei')).toEqual([['entry-400k-sh', 400_000_000n, 0n, 0n]]);
    expect(await pools()).toEqual([
      ['one-yuan-2026', 1_000_000_000_000, 400_000],
      ['opc-shanghai-2026', 300_000_000_000, 0],
    ]);
  });

  it('gives whole packs from a pool until what is left does not cover one', async () => {
    const effectiveFrom = Date.parse('2026-10-01T00:00:00+08:00');
    must(await market.engine.get(OpenCampaignPool).run(PUDONG_POOL, 'maker'));
    must(
      await market.engine
        .get(PublishDocument)
        .run({ kind: 'plan', body: PUDONG, effectiveFrom, by: 'maker' }),
    );
    expect(await market.order('mei', PUDONG.code)).toBe('not_in_this_region');
    expect(await market.order('li', PUDONG.code)).toBe('taken');
    expect(await market.order('wang', PUDONG.code)).toBe('taken');
    expect(await market.order('zhao', PUDONG.code)).toBe('campaign_pool_dry');
    expect(await market.balance('zhao')).toEqual([]);
    expect(await pudong()).toEqual([1_000_000, 800_000]);
  });

  it('gives on when tokens are put in, once for each reference', async () => {
    market.moveTo('2026-10-01T14:00:00+08:00');
    expect((await topUp('second-tranche')).ok && (await topUp('second-tranche')).ok).toBe(true);
    expect(await pudong()).toEqual([1_200_000, 800_000]);
    expect(await market.order('zhao', PUDONG.code)).toBe('taken');
    expect(await market.order('li', PUDONG.code)).toBe('campaign_pool_dry');
    expect(await pudong()).toEqual([1_200_000, 1_200_000]);
    expect(
      await market.rows(
        "SELECT reference, added_by FROM ciyuan.campaign_top_up WHERE pool_code = 'pudong-week' ORDER BY added_at",
      ),
    ).toEqual([
      { reference: 'opening', added_by: 'maker' },
      { reference: 'second-tranche', added_by: 'maker' },
    ]);
  });

  it('recognises the yuan as it is consumed', async () => {
    market.moveTo('2026-10-20T12:00:00+08:00');
    const outcomes = await market.post(...calls(OCTOBER));
    expect(outcomes.map(({ status }) => status)).toEqual(['accepted', 'accepted']);
    const rating = ['record_id', 'drawn_milli', 'recognised_gross', 'recognised_net', 'usage_gross'];
    expect(await market.records('p%', ...rating)).toEqual([
      ['p1', '150000000', '0.375000000000', '0.352500000000', '0.000000000000'],
      ['p2', '240000000', '0.600000000000', '0.564000000000', '0.000000000000'],
    ]);
  });

  it('shares October; what nobody used stays the operator’s', async () => {
    await market.endMonth('2026-10');
    expect(await market.balance('mei')).toEqual([['entry-400k-sh', 400_000_000n, 390_000_000n, 10_000_000n]]);
    await market.settle('2026-10');
    expect(await market.told('2026-10')).toBe(STATEMENTS);
  });
});

const OCTOBER = `
  p1 | mei | 2026-10-10T10:00:00 | glm-5-air | mlu-590 | input 100_000, output 50_000
  p2 | mei | 2026-10-18T21:00:00 | minimax-m2 | hygon-dcu | input 200_000, output 40_000`;

const STATEMENTS = `
cambricon-cloud: entry-400k-sh glm-5-air package 0.04
cambricon-cloud: issued 0.04 + 0.00 VAT = 0.04
hygon-cloud: entry-400k-sh minimax-m2 package 0.05
hygon-cloud: issued 0.05 + 0.00 VAT = 0.05
minimax: entry-400k-sh minimax-m2 package 0.20
minimax: issued 0.20 + 0.01 VAT = 0.21
operator: entry-400k-sh breakage 0.02
operator: entry-400k-sh glm-5-air package 0.19
operator: entry-400k-sh minimax-m2 package 0.32
operator: entry-400k-pudong breakage 2.82
operator: issued 3.35 + 0.00 VAT = 3.35
zhipu: entry-400k-sh glm-5-air package 0.12
zhipu: issued 0.12 + 0.01 VAT = 0.13`;
