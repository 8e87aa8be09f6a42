import { PublishDocument } from '@ciyuan/modules/catalogue';
import { publishBundles } from '../../../test/support/bundled-plans';
import { SeededMarket } from '../../../test/support/seeded-market';
import { must } from '../../../test/support/settlement-engine';
import { ChangePlan } from './change-plan';
import { RenewPack } from './renew-pack';

const START = '2026-10-05T10:00:00+08:00';
const PARTS = [
  { code: 'tokens', name: '词元', kind: 'tokens', standAlonePrice: '2.00' },
  { code: 'disk', name: '云盘', kind: 'product', standAlonePrice: '1.00' },
];
const PACK = {
  code: 'pack-and-disk',
  role: 'pack',
  name: '词元加云盘',
  currency: 'CNY',
  price: '10.00',
  vatRate: '0.06',
  allowance: { tokens: 1_000_000, models: ['*'], source: 'pack' },
  validityDays: 30,
  bundle: { parts: PARTS },
  cycleAnchor: 'order_day',
  firstPeriod: { mode: 'full', denominator: 'actual', allowanceRounding: 'up' },
  exhaustion: 'payg',
  coefficients: 'at_issue',
  latenessHours: 72,
};

describe('a bundle that is sold by a change of a subscription', () => {
  let market: SeededMarket;
  beforeAll(async () => {
    market = await SeededMarket.open(START);
    await publishBundles(market);
    const effectiveFrom = Date.parse('2026-01-01T00:00:00+08:00');
    const pack = { kind: 'plan', body: PACK, effectiveFrom, by: 'maker' } as const;
    must(await market.engine.get(PublishDocument).run(pack));
    await market.openAccount('lin', 'consumer');
  });
  afterAll(() => market.stop());
  afterEach(async () => expect(await market.violations()).toEqual([]));

  const asked = { account: 'lin', by: 'mei', preview: false };
  const sold = (grants: readonly { priceGross: bigint; fees: readonly { priceGross: bigint }[] }[]) =>
    grants.map(({ priceGross, fees }) => [priceGross, ...fees.map((fee) => fee.priceGross)]);

  it('shares the price of a renewal: 10 as 2 to 1', async () => {
    expect(await market.order('lin', 'pack-and-disk')).toBe('taken');
    const renewal = { ...asked, subscriptionId: 1, cycle: 2, begins: 'append' } as const;
    const renewed = must(await market.engine.get(RenewPack).run(renewal));
    expect(sold(renewed.grants)).toEqual([[6_670_000_000_000n, 3_330_000_000_000n]]);
  });

  // 99.00 - 9.90 = 89.10, of which 27 of 31 days are 77.60: as 60, 40 and 20 of 120.
  it('shares the difference that an upgrade sells', async () => {
    await market.openAccount('wu', 'consumer');
    expect(await market.order('wu', 'capped-10m')).toBe('taken');
    const upgrade = { ...asked, account: 'wu', subscriptionId: 1, plan: 'suite-20m', when: 'now' } as const;
    const suite = await market.rows<{ body: object }>(
      "SELECT body FROM ciyuan.catalogue_document WHERE code = 'suite-10m'",
    );
    const body = {
      ...suite[0]?.body,
      code: 'suite-20m',
      allowance: { ...PACK.allowance, tokens: 20_000_000, source: 'allowance' },
    };
    const effectiveFrom = Date.parse(START);
    must(await market.engine.get(PublishDocument).run({ kind: 'plan', body, effectiveFrom, by: 'maker' }));
    market.moveTo('2026-10-05T11:00:00+08:00');
    const changed = must(await market.engine.get(ChangePlan).run(upgrade));
    expect(sold(changed.grants)).toEqual([[38_800_000_000_000n, 25_870_000_000_000n, 12_930_000_000_000n]]);
  });
});
