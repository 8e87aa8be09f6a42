import { ReRateVoided, VoidUsage } from '@ciyuan/modules/charging';
import { ListSubscriptions } from '@ciyuan/modules/subscriptions';
import { SeededMarket } from '../support/seeded-market';
import { postAs } from '../support/post-as';

// Every figure here is worked out by hand in db/seeds/scenarios/m13.md.

const NOVEMBER_BEGINS = '2026-11-01T00:00:00+08:00';
const M = 1_000_000_000n;

describe('M13: an agent burns a month of tokens in a morning, and its cap holds', () => {
  let market: SeededMarket;
  beforeAll(async () => {
    market = await SeededMarket.open(NOVEMBER_BEGINS);
    await market.openAccount('robot', 'developer');
    for (const plan of ['payg-standard', 'agent-50m']) await market.order('robot', plan);
  });
  afterAll(() => market.stop());
  afterEach(async () => expect(await market.violations()).toEqual([]));

  const post = (table: string) => postAs(market, 'gw-east', table);
  const entries = async (ids: string): Promise<string[]> => {
    const rows = await market.rows(
      `SELECT kind, record_id, drawn_milli / 1000000000 || ' M', trim_scale(recognised_net)::text AS net, overage_kind,
              trim_scale(usage_gross)::text AS gross, trim_scale(compute_cost)::text AS cost
         FROM ciyuan.usage_entry WHERE record_id LIKE $1 ORDER BY sequence`,
      [ids],
    );
    return rows.map((row) => Object.values(row).join(' | '));
  };
  /** What each cycle's usage would have cost without the cap. */
  const counted = async (): Promise<unknown[]> => {
    const rows = await market.rows(
      `SELECT trim_scale(quantity / 1000000000000)::text AS yuan FROM ciyuan.tier_counter
        WHERE key LIKE '%cap%' ORDER BY key`,
    );
    return rows.map(({ yuan }) => yuan);
  };

  it('is sold with a cap, a limit of spending and alerts', async () => {
    const agent = (await market.engine.get(ListSubscriptions).run('robot'))?.[1]?.plan.body;
    expect([agent?.exhaustion, agent?.overageCap]).toEqual(['payg_cap', '100.00']);
    expect(agent?.limits).toEqual({
      tokensPerMinute: 2_000_000,
      spendCap: { amount: '100.00', per: 'month' },
      alerts: [50, 80, 100],
    });
  });

  it('charges one job up to the cap, and what lies beyond it to nobody', async () => {
    market.moveTo('2026-11-06T15:00:00+08:00');
    expect(await post(THE_JOB)).toEqual(Array(5).fill('accepted'));
    expect(await entries('j%')).toEqual([
      'record | j1 | 45 M | 50.94 |  | 0 | 5.14',
      'record | j2 | 5 M | 5.66 | usage | 34 | 3.7',
      'record | j3 | 0 M | 0 | usage | 42 | 4.3',
      'record | j4 | 0 M | 0 | usage | 24 | 3.2',
      'record | j5 | 0 M | 0 | overdraw | 0 | 1.85',
    ]);
    expect(await counted()).toEqual(['127']);
    expect(await market.balance('robot')).toEqual([['agent-50m', 50n * M, 50n * M, 0n]]);
  });

  it('gives back for a call that was sent twice what of the rest stays below the cap', async () => {
    const items = [{ source: 'api', id: 'j3', reason: 'sent twice' }];
    await market.engine.get(VoidUsage).run({ partner: 'gw-east', by: 'gw-east', asStaff: false, items });
    expect((await entries('j%')).slice(5)).toEqual(['reversal | j3 | 0 M | 0 | usage | -15 | -4.3']);
    expect(await counted()).toEqual(['85']);
  });

  it('names usage what has come below the cap by that, and charges it', async () => {
    market.moveTo('2026-11-07T09:00:00+08:00');
    const reRated = await market.engine.get(ReRateVoided).run({ month: '2026-11', by: 'finance' });
    expect(reRated).toEqual({ accounts: 1, changed: 1 });
    expect((await entries('j%')).slice(6)).toEqual([
      'reversal | j5 | 0 M | 0 | overdraw | -19 | -1.85',
      're_rating | j5 | 0 M | 0 | usage | 19 | 1.85',
    ]);
    market.moveTo('2026-11-08T15:00:00+08:00');
    expect(await post(THE_REST)).toEqual(['accepted', 'accepted']);
    expect((await entries('j%')).slice(8)).toEqual([
      'record | j6 | 0 M | 0 | usage | 15 | 1.5',
      'record | j7 | 0 M | 0 | overdraw | 0 | 0.5',
    ]);
    expect(await counted()).toEqual(['109']);
  });

  it('shares November: what was served beyond the cap is paid for by the operator', async () => {
    await market.endMonth('2026-11');
    await market.settle('2026-11');
    expect(await market.told('2026-11')).toBe(NOVEMBER_STATEMENTS);
  });

  it('begins anew with the next cycle', async () => {
    market.moveTo('2026-12-04T12:00:00+08:00');
    expect(await post(NEXT_MONTH)).toEqual(['accepted']);
    expect(await entries('k%')).toEqual(['record | k1 | 50 M | 56.6 | usage | 8 | 7.2']);
    expect(await counted()).toEqual(['109', '8']);
  });
});

const THE_JOB = `
  j1 | robot | 2026-11-06T09:00:00 | glm-5-air | ascend-910c | input 20_000_000, cached_input 20_000_000, output 5_000_000
  j2 | robot | 2026-11-06T10:00:00 | glm-5-air | ascend-910c | input 10_000_000, output 5_000_000
  j3 | robot | 2026-11-06T11:00:00 | glm-5-air | ascend-910c | input 15_000_000, output 5_000_000
  j4 | robot | 2026-11-06T12:00:00 | glm-5-air | ascend-910c | input 10_000_000, output 4_000_000
  j5 | robot | 2026-11-06T13:00:00 | glm-5-air | ascend-910c | input 5_000_000, output 2_500_000`;
const THE_REST = `
  j6 | robot | 2026-11-08T14:00:00 | glm-5-air | ascend-910c | output 3_000_000
  j7 | robot | 2026-11-08T14:30:00 | glm-5-air | ascend-910c | output 1_000_000`;
const NEXT_MONTH = 'k1 | robot | 2026-12-02T10:00:00 | glm-5-air | ascend-910c | input 60_000_000';

const NOVEMBER_STATEMENTS = `
operator: agent-50m glm-5-air overdraw -0.50
operator: agent-50m glm-5-air package 31.05
operator: payg-standard glm-5-air usage 51.67
operator: issued 82.22 + 0.00 VAT = 82.22
tianyi-ascend: agent-50m glm-5-air overdraw 0.50
tianyi-ascend: agent-50m glm-5-air package 5.74
tianyi-ascend: payg-standard glm-5-air usage 9.65
tianyi-ascend: issued 15.89 + 0.95 VAT = 16.84
zhipu: agent-50m glm-5-air overdraw 0.00
zhipu: agent-50m glm-5-air package 19.81
zhipu: payg-standard glm-5-air usage 33.02
zhipu: issued 52.83 + 3.17 VAT = 56.00`;
