import { ReRateAccount, VoidUsage } from '@ciyuan/modules/charging';
import { ExplainRecord } from '@ciyuan/modules/reporting';
import { HoldPrices } from '@ciyuan/modules/subscriptions';
import { openLifeMarket } from '../support/life-market';
import { calls } from '../support/seeded-calls';
import type { SeededMarket } from '../support/seeded-market';
import { must } from '../support/settlement-engine';

const START = '2026-10-01T00:00:00+08:00';
const NOON = '2026-11-15T12:00:00';
const [OLD, NEW] = ['4', '6'];

describe('prices that are held', () => {
  let market: SeededMarket;
  beforeEach(async () => {
    market = await openLifeMarket(START);
    await market.openAccount('lin', 'consumer');
    await market.order('lin', 'life-payg');
    market.moveTo('2026-11-15T13:00:00+08:00');
  });
  afterEach(async () => {
    expect(await market.violations()).toEqual([]);
    await market.stop();
  });

  const call = (id: string): Promise<unknown> =>
    market.post(...calls(`${id} | lin | ${NOON} | glm-5-air | ascend-910c | input 2_000_000`));
  const hold = async (until: string | null): Promise<void> => {
    const subscriptions = [{ account: 'lin', subscription: 1 }];
    const terms = { asOf: Date.parse(START), until: until === null ? null : Date.parse(until) };
    const [held] = await market.engine
      .get(HoldPrices)
      .run({ subscriptions, ...terms, by: 'mei', preview: false });
    expect(held?.outcome.ok).toBe(true);
  };
  const charged = () => market.records('%', 'record_id', 'trim_scale(usage_gross)::text');
  const reRate = async (): Promise<unknown> => {
    const from = Date.parse('2026-11-01T00:00:00+08:00');
    const until = Date.parse('2026-12-01T00:00:00+08:00');
    const asked = { account: 'lin', from, until, apply: 'unseen', reason: 'to see', by: 'finance' } as const;
    return must(await market.engine.get(ReRateAccount).run(asked));
  };
  const corrections = () =>
    market.rows(
      'SELECT kind, trim_scale(usage_gross)::text AS yuan FROM ciyuan.usage_correction ORDER BY sequence',
    );

  it('price what is charged after that was said, and stay when it is rated anew, or void', async () => {
    await call('a');
    await hold(null);
    await call('b');
    await hold(`${NOON}+08:00`);
    await call('c');
    expect(await charged()).toEqual([
      ['a', NEW],
      ['b', OLD],
      ['c', NEW],
    ]);
    await reRate();
    expect(await corrections()).toEqual([]);
    const items = ['a', 'b'].map((id) => ({ source: 'api', id, reason: 'reported by mistake' }));
    await market.engine.get(VoidUsage).run({ partner: 'gw-east', by: 'gw-east', asStaff: false, items });
    expect(await corrections()).toEqual([
      { kind: 'reversal', yuan: `-${NEW}` },
      { kind: 'reversal', yuan: `-${OLD}` },
    ]);
    await reRate();
    expect(await corrections()).toHaveLength(2);
  });

  it('are what an explanation shows', async () => {
    await hold(null);
    await call('a');
    const told = must(
      await market.engine.get(ExplainRecord).run({ partner: 'gw-east', source: 'api', recordId: 'a' }),
    );
    const [version] = await market.rows<{ id: string }>(
      "SELECT id FROM ciyuan.catalogue_document WHERE code = 'life' ORDER BY effective_from LIMIT 1",
    );
    expect(told.differences).toEqual([]);
    expect(told.charge.overages).toMatchObject([
      { priceVersionId: Number(version?.id), lines: [{ picoPerUnit: 2_000_000n }] },
    ]);
  });
});
