import { formatScaled, formatYuan, parseYuan } from '@ciyuan/core/kernel';
import { PublishDocument } from '@ciyuan/modules/catalogue';
import { ReadBalance } from '@ciyuan/modules/charging';
import { ChangeSubscription } from '@ciyuan/modules/subscriptions';
import { calls } from '../support/seeded-calls';
import { SeededMarket } from '../support/seeded-market';
import { must } from '../support/settlement-engine';

// Every figure here is worked out by hand in db/seeds/scenarios/roll-over.md.

const OCTOBER_BEGINS = '2026-10-01T00:00:00+08:00';
const ROLLING = {
  code: 'rolling-3m',
  role: 'package',
  name: '可结转300万',
  currency: 'CNY',
  price: '31.80',
  vatRate: '0.06',
  allowance: { tokens: 3_000_000, models: ['*'], source: 'allowance' },
  rollOver: { sharePercent: '60', capPercent: '40', expiresAfterMonths: 2 },
  cycleAnchor: 'calendar',
  firstPeriod: { mode: 'full', denominator: 'actual', allowanceRounding: 'up' },
  exhaustion: 'payg',
  coefficientTable: 'standard',
  coefficients: 'at_issue',
  latenessHours: 72,
};

describe('what is left at the end of a month goes on into the next', () => {
  let market: SeededMarket;
  beforeAll(async () => {
    market = await SeededMarket.open(OCTOBER_BEGINS);
    const effectiveFrom = Date.parse(OCTOBER_BEGINS);
    const publish = market.engine.get(PublishDocument);
    must(await publish.run({ kind: 'plan', body: ROLLING, effectiveFrom, by: 'maker' }));
    await market.openAccount('wang', 'consumer');
    expect(await market.order('wang', 'payg-standard')).toBe('taken');
    expect(await market.order('wang', 'rolling-3m')).toBe('taken');
  });
  afterAll(() => market.stop());
  afterEach(async () => expect(await market.violations()).toEqual([]));

  /** A call as the table tells it, a minute before it is posted. */
  async function post(now: string, id: string, time: string, tokens: number): Promise<void> {
    market.moveTo(`${now}:00+08:00`);
    const outcomes = await market.post(
      ...calls(`${id} | wang | ${time}:00 | deepseek-v3.2 | hygon-dcu | input ${tokens}`),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(['accepted']);
  }

  /** In burn order: origin, granted, drawn, released, expired, in tokens. */
  async function grants(): Promise<string[]> {
    const all = (await market.engine.get(ReadBalance).run('wang')) ?? [];
    return all.map((one) =>
      [
        one.origin,
        ...[one.grantedMilli, one.drawnMilli, one.releasedMilli, one.expiredMilli].map((milli) =>
          formatScaled(milli, 3),
        ),
      ].join(' '),
    );
  }

  const revenue = async () =>
    (
      await market.rows<{ month: string; kind: string; net: string }>(
        `SELECT usage_month AS month, kind, sum(net) AS net FROM ciyuan.usage_rollup_delta
          WHERE kind <> 'usage' GROUP BY 1, 2 HAVING sum(net) <> 0 ORDER BY 1, 2 DESC`,
      )
    ).map(({ month, kind, net }) => `${month} ${kind} ${formatYuan(parseYuan(net))}`);

  it('60 % of October’s rest rolls over; what comes late draws on what stayed, then on that', async () => {
    await post('2026-10-20T12:00', 'a1', '2026-10-20T11:00', 1_500_000);
    await post('2026-11-01T00:30', 'b0', '2026-11-01T00:10', 0);
    expect(await grants()).toEqual([
      'sold 3000000 1500000 900000 0',
      'sold 3000000 0 0 0',
      'rolled_over 900000 0 0 0',
    ]);
    await post('2026-11-02T12:00', 'a2', '2026-10-31T11:00', 700_000);
    expect(await grants()).toEqual([
      'sold 3000000 2100000 900000 0',
      'sold 3000000 0 0 0',
      'rolled_over 900000 100000 0 0',
    ]);
    await market.endMonth('2026-10');
    await market.settle('2026-10');
  });

  it('November’s rest is small; the most of December comes from what rolled over first', async () => {
    await post('2026-11-05T12:00', 'c1', '2026-11-05T11:00', 2_800_000);
    await market.endMonth('2026-11');
    await market.settle('2026-11');
    await post('2026-12-10T12:00', 'd1', '2026-12-10T11:00', 3_500_000);
    await market.endMonth('2026-12');
    await market.settle('2026-12');
    expect(await grants()).toEqual([
      'sold 3000000 2100000 900000 0',
      'sold 3000000 2800000 120000 80000',
      'rolled_over 900000 900000 0 0',
      'sold 3000000 2700000 180000 120000',
      'rolled_over 120000 0 0 0',
      'sold 3000000 0 0 0',
      'rolled_over 180000 0 0 0',
    ]);
  });

  it('without a next month nothing rolls over; what did before can be used until its own end', async () => {
    market.moveTo('2027-01-05T00:00:00+08:00');
    const change = { end: 'period_end' } as const;
    const request = { account: 'wang', subscriptionId: 2, change, by: 'wang', preview: false };
    must(await market.engine.get(ChangeSubscription).run(request));
    await post('2027-01-10T12:00', 'e1', '2027-01-10T11:00', 100_000);
    await market.endMonth('2027-01');
    await market.settle('2027-01');
    await post('2027-02-10T12:00', 'f1', '2027-02-10T11:00', 200_000);
    expect(await market.records('f1', 'drawn_milli', 'usage_gross')).toEqual([
      ['180000000', '0.040000000000'],
    ]);
    expect((await grants()).slice(-4)).toEqual([
      'sold 3000000 2700000 180000 120000',
      'rolled_over 120000 100000 0 20000',
      'sold 3000000 0 0 3000000',
      'rolled_over 180000 180000 0 0',
    ]);
    expect(await revenue()).toEqual([
      '2026-10 package 22',
      '2026-11 package 28',
      '2026-11 breakage 0.8',
      '2026-12 package 35',
      '2026-12 breakage 1.2',
      '2027-01 package 1',
      '2027-01 breakage 30.2',
      '2027-02 package 1.8',
    ]);
  });
});
