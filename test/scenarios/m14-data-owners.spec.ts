import type { SplitRuleDocument } from '@ciyuan/core/charging';
import { OrderPlan } from '@ciyuan/modules/subscriptions';
import { SeededMarket } from '../support/seeded-market';
import { latestBody, publishSigned, writeDraft } from '../support/signed-drafts';
import { postAs } from '../support/post-as';

// Every figure here is worked out by hand in db/seeds/scenarios/m14.md.

const NOVEMBER_BEGINS = '2026-11-01T00:00:00+08:00';

describe('M14: the owners of the data behind a model have their share', () => {
  let market: SeededMarket;
  beforeAll(async () => {
    market = await SeededMarket.open('2026-10-01T00:00:00+08:00');
    await market.openAccount('clinic', 'small_firm');
    await market.openAccount('lab', 'developer');
  });
  const post = (table: string) => postAs(market, 'gw-south', table);
  afterAll(() => market.stop());
  afterEach(async () => expect(await market.violations()).toEqual([]));

  const orderAtShop = async (plan: string): Promise<boolean> => {
    const startsAt = market.engine.clock.now();
    const order = { account: 'clinic', plan, startsAt, channel: 'telecom-shops' };
    return (await market.engine.get(OrderPlan).run(order)).ok;
  };
  const usage = (ids: string) =>
    market.records(ids, 'record_id', 'recognised_net', 'usage_gross', 'compute_cost');

  it('is sold by a channel, and tried out for nothing', async () => {
    expect(await orderAtShop('payg-medical')).toBe(true);
    expect(await orderAtShop('medical-20m')).toBe(true);
    market.moveTo('2026-10-05T10:00:00+08:00');
    expect(await market.order('lab', 'medical-trial-1m')).toBe('taken');
    market.moveTo('2026-10-25T10:00:00+08:00');
    expect(await post(OCTOBER)).toEqual(Array(3).fill('accepted'));
    expect(await usage('d%')).toEqual([
      ['d1', '39.228000000000', '0.000000000000', '1.768000000000'],
      ['d2', '54.172000000000', '16.800000000000', '2.540000000000'],
      ['d3', '0.000000000000', '0.000000000000', '0.310000000000'],
    ]);
  });

  it('takes no rule that gives away more than there is, or to somebody unknown', async () => {
    const body = await latestBody<SplitRuleDocument>(market, 'split_rule', 'medical-share');
    const withStep = (party: string, value: string) => ({
      kind: 'split_rule' as const,
      body: {
        ...body,
        rule: {
          ...body.rule,
          steps: [...body.rule.steps, { type: 'percent', party, basis: 'net', value }],
        },
      },
      effectiveFrom: NOVEMBER_BEGINS,
    });
    expect(await writeDraft(market, withStep('genome-bank', '66'))).toMatchObject({
      refusal: { code: 'invalid', faults: [{ path: 'rule.steps.5.value', code: 'over_100_percent' }] },
    });
    expect(await writeDraft(market, withStep('genom-bank', '3'))).toMatchObject({
      refusal: { code: 'invalid', faults: [{ path: 'rule.steps.5.party', code: 'unknown_party' }] },
    });
  });

  it('takes a third owner of data into the rule from November on', async () => {
    const body = await latestBody<SplitRuleDocument>(market, 'split_rule', 'medical-share');
    const [compute, channel, vendor, press, union] = body.rule.steps;
    const steps = [
      compute,
      channel,
      vendor,
      { type: 'percent', party: 'genome-bank', basis: 'net', value: '3' },
      { ...press, value: '15', floor: '0.2' },
      { ...union, value: '0.35' },
    ];
    const { document, reRateFrom } = await publishSigned(market, {
      kind: 'split_rule',
      body: { ...body, rule: { ...body.rule, steps } },
      effectiveFrom: NOVEMBER_BEGINS,
    });
    expect([document.version, reRateFrom]).toEqual([2, null]);
  });

  it('shares October by the rule of October, among seven', async () => {
    await market.endMonth('2026-10');
    await market.settle('2026-10');
    expect(await market.told('2026-10')).toBe(OCTOBER_STATEMENTS);
  });

  it('shares November by the rule of November, among eight', async () => {
    expect(await market.order('lab', 'payg-medical')).toBe('taken');
    market.moveTo('2026-11-25T10:00:00+08:00');
    expect(await post(NOVEMBER)).toEqual(Array(3).fill('accepted'));
    expect(await usage('e%')).toEqual([
      ['e1', '37.360000000000', '0.000000000000', '2.100000000000'],
      ['e2', '28.020000000000', '0.000000000000', '1.030000000000'],
      ['e3', '0.000000000000', '0.600000000000', '0.024000000000'],
    ]);
    await market.endMonth('2026-11');
    await market.settle('2026-11');
    expect(await market.told('2026-11')).toBe(NOVEMBER_STATEMENTS);
  });
});

const OCTOBER = `
  d1 | clinic | 2026-10-08T10:00:00 | xinghai-med-12b | ascend-910c | input 6_000_000, cached_input 4_000_000, output 2_000_000
  d2 | clinic | 2026-10-12T10:00:00 | xinghai-med-12b | kunlun-p800 | input 10_000_000, output 3_000_000
  d3 | lab | 2026-10-15T10:00:00 | xinghai-med-12b | ascend-910c | input 500_000, output 500_000`;
const NOVEMBER = `
  e1 | clinic | 2026-11-08T10:00:00 | xinghai-med-12b | ascend-910c | input 5_000_000, output 3_000_000
  e2 | clinic | 2026-11-12T10:00:00 | xinghai-med-12b | kunlun-p800 | input 4_000_000, cached_input 10_000_000, output 1_000_000
  e3 | lab | 2026-11-15T10:00:00 | xinghai-med-12b | ascend-910c | input 200_000`;

const OCTOBER_STATEMENTS = `
hospital-union: medical-20m xinghai-med-12b package 3.48
hospital-union: medical-20m xinghai-med-12b package 3.60
hospital-union: medical-trial-1m xinghai-med-12b package free 0.30
hospital-union: payg-medical xinghai-med-12b usage 0.42
hospital-union: issued 7.80 + 0.47 VAT = 8.27
kunlun-cloud: medical-20m xinghai-med-12b package 1.87
kunlun-cloud: payg-medical xinghai-med-12b usage 0.67
kunlun-cloud: issued 2.54 + 0.15 VAT = 2.69
medical-press: medical-20m xinghai-med-12b package 4.17
medical-press: medical-20m xinghai-med-12b package 2.97
medical-press: medical-trial-1m xinghai-med-12b package free 0.10
medical-press: payg-medical xinghai-med-12b usage 1.20
medical-press: issued 8.44 + 0.51 VAT = 8.95
operator: medical-20m xinghai-med-12b package 25.70
operator: medical-20m xinghai-med-12b package 17.16
operator: medical-trial-1m xinghai-med-12b package free -0.71
operator: payg-medical xinghai-med-12b usage 8.01
operator: issued 50.16 + 0.00 VAT = 50.16
telecom-shops: medical-20m xinghai-med-12b package 2.71
telecom-shops: medical-20m xinghai-med-12b package 1.96
telecom-shops: payg-medical xinghai-med-12b usage 0.79
telecom-shops: issued 5.46 + 0.33 VAT = 5.79
tianyi-ascend: medical-20m xinghai-med-12b package 1.77
tianyi-ascend: medical-trial-1m xinghai-med-12b package free 0.31
tianyi-ascend: issued 2.08 + 0.12 VAT = 2.20
xinghai-medical: medical-20m xinghai-med-12b package 16.25
xinghai-medical: medical-20m xinghai-med-12b package 11.77
xinghai-medical: medical-trial-1m xinghai-med-12b package free 0.00
xinghai-medical: payg-medical xinghai-med-12b usage 4.75
xinghai-medical: issued 32.77 + 1.97 VAT = 34.74`;

const NOVEMBER_STATEMENTS = `
genome-bank: medical-20m xinghai-med-12b package 0.84
genome-bank: medical-20m xinghai-med-12b package 1.12
genome-bank: payg-medical xinghai-med-12b usage 0.02
genome-bank: issued 1.98 + 0.12 VAT = 2.10
hospital-union: medical-20m xinghai-med-12b package 5.25
hospital-union: medical-20m xinghai-med-12b package 2.80
hospital-union: payg-medical xinghai-med-12b usage 0.07
hospital-union: issued 8.12 + 0.49 VAT = 8.61
kunlun-cloud: medical-20m xinghai-med-12b package 1.03
kunlun-cloud: issued 1.03 + 0.06 VAT = 1.09
medical-press: medical-20m xinghai-med-12b package 2.45
medical-press: medical-20m xinghai-med-12b package 3.16
medical-press: payg-medical xinghai-med-12b usage 0.20
medical-press: issued 5.81 + 0.35 VAT = 6.16
operator: medical-20m breakage 28.02
operator: medical-20m xinghai-med-12b package 8.64
operator: medical-20m xinghai-med-12b package 15.10
operator: payg-medical xinghai-med-12b usage 0.09
operator: issued 51.85 + 0.00 VAT = 51.85
telecom-shops: medical-20m xinghai-med-12b package 1.40
telecom-shops: medical-20m xinghai-med-12b package 1.87
telecom-shops: issued 3.27 + 0.20 VAT = 3.47
tianyi-ascend: medical-20m xinghai-med-12b package 2.10
tianyi-ascend: payg-medical xinghai-med-12b usage 0.03
tianyi-ascend: issued 2.13 + 0.13 VAT = 2.26
xinghai-medical: medical-20m xinghai-med-12b package 8.40
xinghai-medical: medical-20m xinghai-med-12b package 11.21
xinghai-medical: payg-medical xinghai-med-12b usage 0.17
xinghai-medical: issued 19.78 + 1.19 VAT = 20.97`;
