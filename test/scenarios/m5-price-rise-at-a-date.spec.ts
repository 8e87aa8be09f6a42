import { ChangePrices } from '@ciyuan/modules/catalogue';
import { ListSubscriptions } from '@ciyuan/modules/subscriptions';
import { SeededMarket } from '../support/seeded-market';
import { faultsOfSubmission, noticeOn, publishSigned } from '../support/signed-drafts';
import { postAs } from '../support/post-as';
import { must } from '../support/settlement-engine';

// Every figure here is worked out by hand in db/seeds/scenarios/m5.md.

const RISE = '2026-04-18T00:00:00+08:00';
const TOLD = 'From 18 April on ernie-5 costs 30 % more.';

describe('M5: a cloud raises its prices on 18 April, each model by another per cent', () => {
  let market: SeededMarket;
  beforeAll(async () => {
    market = await SeededMarket.open('2026-03-18T10:00:00+08:00');
    await market.openAccount('agency', 'small_firm');
    await market.order('agency', 'payg-cloud');
  });
  const post = (table: string) => postAs(market, 'gw-south', table);
  afterAll(() => market.stop());
  afterEach(async () => expect(await market.violations()).toEqual([]));

  const charged = (ids: string) => market.records(ids, 'record_id', 'usage_gross');

  it('announces a month ahead what one model will cost; the other’s rise stands in the book already', async () => {
    const rise = { code: 'cloud-retail', percent: '30', from: Date.parse(RISE), models: ['ernie-5'] };
    const { basedOn, body, dropped, differences } = must(await market.engine.get(ChangePrices).run(rise));
    expect([basedOn, dropped, differences.length]).toEqual([1, 3, 3]);
    expect(body.entries.map((entry) => `${entry.model} ${entry.class} ${entry.price}`)).toEqual([
      'ernie-5 input 7.8',
      'ernie-5 cached_input 0.585',
      'ernie-5 output 31.2',
      'ernie-4.5-turbo input 0.84',
      'ernie-4.5-turbo cached_input 0.168',
      'ernie-4.5-turbo output 3.36',
    ]);
    const risen = { kind: 'price_book', body, effectiveFrom: RISE } as const;
    const tooLate = noticeOn('2026-03-19T00:00:01+08:00', TOLD);
    expect(await faultsOfSubmission(market, risen)).toEqual(['notice notice_missing']);
    expect(await faultsOfSubmission(market, { ...risen, notice: tooLate })).toEqual([
      'notice.announcedAt notice_too_short',
    ]);
    const notice = noticeOn('2026-03-18T18:00:00+08:00', TOLD);
    const { document, reRateFrom } = await publishSigned(market, { ...risen, notice });
    expect([document.version, reRateFrom]).toEqual([2, null]);
  });

  it('charges by the old prices up to the last second, and by the new ones from midnight', async () => {
    market.moveTo('2026-04-18T12:00:00+08:00');
    expect(await post(AROUND_THE_RISE)).toEqual(Array(5).fill('accepted'));
    expect(await charged('b%')).toEqual([
      ['b1', '36.450000000000'],
      ['b2', '36.450000000000'],
      ['b3', '47.385000000000'],
      ['b4', '10.720000000000'],
      ['b5', '11.256000000000'],
    ]);
  });

  it('charges what comes a week late by the price of its instant', async () => {
    market.moveTo('2026-04-25T12:00:00+08:00');
    expect(await post(A_WEEK_LATE)).toEqual(['accepted', 'accepted']);
    expect(await charged('c%')).toEqual([
      ['c1', '10.720000000000'],
      ['c2', '47.385000000000'],
    ]);
    const versions = await market.rows(
      `SELECT d.version, count(*)::int AS records
         FROM ciyuan.usage_record AS r JOIN ciyuan.catalogue_document AS d ON d.id = r.price_version_id
        GROUP BY d.version ORDER BY d.version`,
    );
    expect(versions).toEqual([
      { version: 1, records: 4 },
      { version: 2, records: 3 },
    ]);
  });

  it('shares April, old prices and new ones together', async () => {
    await market.endMonth('2026-04');
    await market.settle('2026-04');
    expect(await market.told('2026-04')).toBe(APRIL_STATEMENTS);
  });

  it('charges by the old price what comes after April was issued, and adjusts April in May', async () => {
    market.moveTo('2026-05-20T12:00:00+08:00');
    expect(await post(AFTER_THE_CLOSE)).toEqual(['accepted', 'accepted']);
    expect(await charged('d%')).toEqual([
      ['d1', '36.450000000000'],
      ['d2', '47.385000000000'],
    ]);
    await market.endMonth('2026-05');
    await market.settle('2026-05');
    expect(await market.told('2026-05')).toBe(MAY_STATEMENTS);
    expect(await market.told('2026-04')).toBe(APRIL_STATEMENTS);
  });

  it('throttles a package that has run dry, and prices what still comes as pay-as-you-go', async () => {
    market.moveTo('2026-07-01T00:00:00+08:00');
    await market.openAccount('campus', 'small_firm');
    for (const plan of ['payg-cloud', 'ernie-turbo-20m'])
      expect(await market.order('campus', plan)).toBe('taken');
    const sold = await market.engine.get(ListSubscriptions).run('campus');
    const limits = { tokensPerMinute: 400_000, requestsPerMinute: 60 };
    expect(sold?.[1]?.plan.body).toMatchObject({ exhaustion: 'throttle', limits });
    market.moveTo('2026-07-20T12:00:00+08:00');
    expect(await post(THROTTLED)).toEqual(Array(3).fill('accepted'));
    expect(
      await market.records('t%', 'record_id', 'drawn_milli', 'recognised_net', 'usage_gross', 'overage_kind'),
    ).toEqual([
      ['t1', '16000000000', '9.056000000000', '0.000000000000', null],
      ['t2', '4000000000', '2.264000000000', '3.360000000000', 'usage'],
      ['t3', '0', '0.000000000000', '5.880000000000', 'usage'],
    ]);
  });

  it('shares what was throttled like any other usage', async () => {
    await market.endMonth('2026-07');
    await market.settle('2026-07');
    expect(await market.told('2026-07')).toBe(JULY_STATEMENTS);
  });
});

const AROUND_THE_RISE = `
  b1 | agency | 2026-04-10T10:00:00 | ernie-5 | kunlun-p800 | input 2_000_000, cached_input 1_000_000, output 1_000_000
  b2 | agency | 2026-04-17T23:59:59 | ernie-5 | kunlun-p800 | input 2_000_000, cached_input 1_000_000, output 1_000_000
  b3 | agency | 2026-04-18T00:00:00 | ernie-5 | kunlun-p800 | input 2_000_000, cached_input 1_000_000, output 1_000_000
  b4 | agency | 2026-04-17T23:59:59 | ernie-4.5-turbo | kunlun-p800 | input 5_000_000, cached_input 2_000_000, output 2_000_000
  b5 | agency | 2026-04-18T00:00:00 | ernie-4.5-turbo | kunlun-p800 | input 5_000_000, cached_input 2_000_000, output 2_000_000`;
const A_WEEK_LATE = `
  c1 | agency | 2026-04-17T23:00:00 | ernie-4.5-turbo | kunlun-p800 | input 5_000_000, cached_input 2_000_000, output 2_000_000
  c2 | agency | 2026-04-20T10:00:00 | ernie-5 | kunlun-p800 | input 2_000_000, cached_input 1_000_000, output 1_000_000`;
const AFTER_THE_CLOSE = `
  d1 | agency | 2026-04-16T10:00:00 | ernie-5 | kunlun-p800 | input 2_000_000, cached_input 1_000_000, output 1_000_000
  d2 | agency | 2026-05-10T10:00:00 | ernie-5 | kunlun-p800 | input 2_000_000, cached_input 1_000_000, output 1_000_000`;
const THROTTLED = `
  t1 | campus | 2026-07-05T10:00:00 | ernie-4.5-turbo | kunlun-p800 | input 10_000_000, cached_input 20_000_000, output 4_000_000
  t2 | campus | 2026-07-10T10:00:00 | ernie-4.5-turbo | kunlun-p800 | input 3_000_000, output 2_000_000
  t3 | campus | 2026-07-10T11:00:00 | ernie-4.5-turbo | kunlun-p800 | input 2_000_000, cached_input 5_000_000, output 1_000_000`;

const APRIL_STATEMENTS = `
baidu: payg-cloud ernie-4.5-turbo usage 10.80
baidu: payg-cloud ernie-5 usage 55.36
baidu: issued 66.16 + 3.97 VAT = 70.13
kunlun-cloud: payg-cloud ernie-4.5-turbo usage 4.60
kunlun-cloud: payg-cloud ernie-5 usage 2.84
kunlun-cloud: issued 7.44 + 0.45 VAT = 7.89
operator: payg-cloud ernie-4.5-turbo usage 15.45
operator: payg-cloud ernie-5 usage 99.97
operator: issued 115.42 + 0.00 VAT = 115.42`;

const MAY_STATEMENTS = `
baidu: payg-cloud ernie-5 usage 15.65
baidu: adjustment 2026-04 12.03
baidu: issued 27.68 + 1.66 VAT = 29.34
kunlun-cloud: payg-cloud ernie-5 usage 0.71
kunlun-cloud: adjustment 2026-04 0.71
kunlun-cloud: issued 1.42 + 0.09 VAT = 1.51
operator: payg-cloud ernie-5 usage 28.34
operator: adjustment 2026-04 21.65
operator: issued 49.99 + 0.00 VAT = 49.99`;

const JULY_STATEMENTS = `
baidu: ernie-turbo-20m ernie-4.5-turbo package 3.96
baidu: payg-cloud ernie-4.5-turbo usage 3.05
baidu: issued 7.01 + 0.42 VAT = 7.43
kunlun-cloud: ernie-turbo-20m ernie-4.5-turbo package 4.05
kunlun-cloud: payg-cloud ernie-4.5-turbo usage 1.24
kunlun-cloud: issued 5.29 + 0.32 VAT = 5.61
operator: ernie-turbo-20m ernie-4.5-turbo package 3.31
operator: payg-cloud ernie-4.5-turbo usage 4.43
operator: issued 7.74 + 0.00 VAT = 7.74`;
