import { VoidUsage } from '@ciyuan/modules/charging';
import { SETTLEMENT_STEPS, SettleMonth } from '@ciyuan/modules/settlement';
import { must } from '../../../test/support/settlement-engine';
import { calls } from '../../../test/support/seeded-calls';
import { SeededMarket } from '../../../test/support/seeded-market';

const MONTH = '2026-10';

/** A million of the second call is beyond a package of ten million. */
const CALLS = `
  v1 | wang | 2026-10-05T09:00:00 | glm-5-air | ascend-910c | input 9_000_000
  v2 | wang | 2026-10-06T09:00:00 | glm-5-air | ascend-910c | input 2_000_000
`;

describe('a month with a void in it', () => {
  let market: SeededMarket;
  const settle = () => market.engine.get(SettleMonth).run({ month: MONTH, by: 'maker' });
  const reRatings = () => market.rows<{ changed: number }>('SELECT changed FROM ciyuan.re_rating_run');

  beforeAll(async () => {
    market = await SeededMarket.open('2026-10-01T00:00:00+08:00');
    await market.openAccount('wang', 'consumer');
    await market.order('wang', 'payg-standard');
    await market.order('wang', 'personal-10m');
  });
  afterAll(() => market.stop());

  it('is calculated after what the void gave back has covered what came later', async () => {
    market.moveTo('2026-10-20T00:00:00+08:00');
    await market.post(...calls(CALLS));
    const items = [{ source: 'api', id: 'v1', reason: 'sent twice' }];
    await market.engine.get(VoidUsage).run({ partner: 'gw-east', by: 'gw-east', asStaff: false, items });
    await market.endMonth(MONTH);
    const { id } = must(await settle());
    expect(await reRatings()).toEqual([{ changed: 1 }]);
    expect(await market.rows('SELECT sum(usage_gross) AS yuan FROM ciyuan.usage_entry')).toEqual([
      { yuan: '0.000000000000' },
    ]);
    must(await market.approve(id));
    must(await market.issue(id));
    expect(await market.violations()).toEqual([]);
  });

  it('is refused once it is closed, and rates nothing anew', async () => {
    expect(await settle()).toEqual({ ok: false, refusal: { code: 'month_closed', month: MONTH } });
    expect(await reRatings()).toHaveLength(1);
  });
});

describe('a month whose calculation is watched', () => {
  let market: SeededMarket;
  const steps: number[] = [];
  /** Tells the steps, and breaks off at one of them. */
  const settle = (kind: 'settlement' | 'proforma', breaksOffAt?: number) => {
    const onStep = async (done: number): Promise<void> => {
      steps.push(done);
      await Promise.resolve();
      if (done === breaksOffAt) throw new Error('given to somebody else');
    };
    return market.engine.get(SettleMonth).run({ month: MONTH, by: 'maker', kind, onStep });
  };
  const versions = async () => (await market.rows('SELECT FROM ciyuan.settlement_run')).length;

  beforeAll(async () => {
    market = await SeededMarket.open('2026-10-01T00:00:00+08:00');
    await market.openAccount('wang', 'consumer');
    await market.order('wang', 'payg-standard');
    market.moveTo('2026-10-20T00:00:00+08:00');
    await market.post(...calls(CALLS));
    await market.endMonth(MONTH);
  });
  afterAll(() => market.stop());
  beforeEach(() => steps.splice(0));

  it.each([
    ['settlement', 1, [1]],
    ['settlement', 2, [1, 2]],
    ['settlement', 3, [1, 2, 3]],
    ['proforma', 1, [1]],
    ['proforma', 2, [1, 2]],
    ['proforma', 3, [1, 2, 3]],
  ] as const)('as a %s that breaks off at step %i leaves nothing behind', async (kind, at, told) => {
    await expect(settle(kind, at)).rejects.toThrow('given to somebody else');
    expect(steps).toEqual(told);
    expect(await versions()).toBe(0);
  });

  it('comes to an end with its last step, as many as were announced', async () => {
    must(await settle('settlement'));
    expect(steps).toEqual([1, 2, SETTLEMENT_STEPS]);
    must(await settle('proforma'));
    expect(steps.slice(SETTLEMENT_STEPS)).toEqual([1, 2, SETTLEMENT_STEPS]);
    expect(await versions()).toBe(2);
    expect(await market.violations()).toEqual([]);
  });
});
