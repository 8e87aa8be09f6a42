import { ReRateVoided, RepriceCosts, VoidUsage } from '@ciyuan/modules/charging';
import { ListStatements } from '@ciyuan/modules/settlement';
import { ChangeSubscription, ListSubscriptions } from '@ciyuan/modules/subscriptions';
import { DollarMarket } from '../support/dollar-market';
import { calls } from '../support/seeded-calls';
import type { SeededMarket } from '../support/seeded-market';
import { must } from '../support/settlement-engine';
import { totalText } from '../support/statement-text';

const RATES = {
  code: 'cny-usd',
  base: 'CNY',
  quote: 'USD',
  zone: 'Asia/Shanghai',
  source: 'agreed with the compute owner',
  rates: [{ from: '2026-10-01', rate: '0.14' }],
};

/** 10.60 dollars for a million tokens, 10.00 net; beyond, 0.50 a million. The Ascend cluster asks 0.12 yuan a million. */
describe('a package in dollars', () => {
  let dollars: DollarMarket;
  let market: SeededMarket;
  beforeAll(async () => {
    dollars = await DollarMarket.open();
    market = dollars.market;
  });
  afterAll(() => market.stop());
  afterEach(async () => expect(await market.violations()).toEqual([]));

  const post = async (line: string) => (await market.post(...calls(line))).map(({ status }) => status);
  const ledger = async () =>
    (
      await market.rows(
        `SELECT asset, ledger_account, trim_scale(sum(amount))::text AS amount FROM ciyuan.journal_line
          WHERE account_id > 0 AND asset <> 'TOKEN' GROUP BY 1, 2 HAVING sum(amount) <> 0 ORDER BY 1, 2`,
      )
    ).map((row) => Object.values(row).join(' '));
  const costs = () => market.records('%', 'record_id', 'trim_scale(compute_cost)::text AS cost');
  const end = async () => {
    for (const { id } of (await market.engine.get(ListSubscriptions).run('atlas')) ?? []) {
      const change = { end: 'now' as const };
      must(
        await market.engine
          .get(ChangeSubscription)
          .run({ account: 'atlas', subscriptionId: id, change, by: 'desk', preview: false }),
      );
    }
  };

  it('is sold, deferred and recognised in dollars; a cost in yuan waits for a rate', async () => {
    market.moveTo('2026-10-20T00:00:00+08:00');
    expect(await post('r1 | atlas | 2026-10-10T11:00:00 | glm-5-air | ascend-910c | input 400_000')).toEqual([
      'accepted',
    ]);
    expect(await ledger()).toEqual([
      'USD deferred_revenue -6',
      'USD package_revenue -4',
      'USD receivable 10.6',
      'USD tax_payable -0.6',
    ]);
    expect(await costs()).toEqual([['r1', null]]);
    const gaps = await market.rows('SELECT role, detail FROM ciyuan.cost_suspense ORDER BY 1');
    expect(gaps).toEqual([{ role: 'compute', detail: 'no rate of CNY in USD' }]);
  });

  it('costs what its yuan are worth once that is known, also what came before', async () => {
    await dollars.publish('exchange_rates', RATES);
    await market.engine.get(RepriceCosts).run({ month: '2026-10', by: 'finance' });
    // 0.12 × 0.14 = 0.0168 dollars a million.
    const [cost] = await market.rows(
      `SELECT trim_scale(sum(compute_cost))::text AS cost FROM ciyuan.usage_entry WHERE account_id > 0`,
    );
    expect(cost).toEqual({ cost: '0.00672' });
    expect(await post('r2 | atlas | 2026-10-11T11:00:00 | glm-5-air | ascend-910c | input 800_000')).toEqual([
      'accepted',
    ]);
    // 600,000 of the package, 200,000 beyond it; 0.8 × 0.0168.
    expect(await market.records('r2', 'usage_gross', 'recognised_net', 'compute_cost')).toEqual([
      ['0.100000000000', '6.000000000000', '0.013440000000'],
    ]);
  });

  it('is not mixed with yuan: neither sold beside them nor charged', async () => {
    expect(await market.order('atlas', 'entry-400k')).toBe('other_currency');
    const rows = await market.rows('SELECT DISTINCT currency FROM ciyuan.usage_rollup_delta');
    expect(rows).toEqual([{ currency: 'USD' }]);
  });

  it('gives back dollars when a call was none', async () => {
    const items = [{ source: 'api', id: 'r1', reason: 'a test of theirs' }];
    await market.engine.get(VoidUsage).run({ partner: 'gw-east', by: 'gw-east', asStaff: false, items });
    expect(await ledger()).toEqual([
      'USD deferred_revenue -4',
      'USD package_revenue -6',
      'USD receivable 10.6',
      'USD tax_payable -0.6',
      'USD unbilled_usage 0.1',
      'USD usage_revenue -0.1',
    ]);
  });

  it('breaks in dollars, and its account goes on in yuan when nothing of it is left', async () => {
    // The second call is covered whole by now; 200,000 tokens are left, and 2.00 dollars.
    await market.engine.get(ReRateVoided).run({ month: '2026-10', by: 'finance' });
    await end();
    expect(await market.order('atlas', 'payg-standard')).toBe('other_currency');
    await market.endMonth('2026-10');
    expect(await market.order('atlas', 'payg-standard')).toBe('taken');
    market.moveTo('2026-11-05T00:00:00+08:00');
    // At 0.8 yuan a million.
    expect(await post('y1 | atlas | 2026-11-04T11:00:00 | glm-5-air | ascend-910c | input 20_000')).toEqual([
      'accepted',
    ]);
    expect(await ledger()).toEqual([
      'CNY unbilled_usage 0.016',
      'CNY usage_revenue -0.016',
      'USD breakage_revenue -2',
      'USD package_revenue -8',
      'USD receivable 10.6',
      'USD tax_payable -0.6',
    ]);
  });

  it('is shared in dollars, and its November in yuan', async () => {
    const told = async (month: string) => {
      await market.settle(month);
      const page = { month, sort: 'party', limit: 100 } as const;
      const { items: statements } = await market.engine.get(ListStatements).run(page);
      return statements.map((one) => `${one.party} ${one.currency} ${totalText(one)}`);
    };
    // Of 10.00 net: 35 % of 8.00; 0.8 × 0.0168 = 0.01344; the rest, 5.18656 and what was never consumed, 2.00.
    expect(await told('2026-10')).toEqual([
      'operator USD issued 7.19 + 0.00 VAT = 7.19',
      'tianyi-ascend USD issued 0.01 + 0.00 VAT = 0.01',
      'zhipu USD issued 2.80 + 0.17 VAT = 2.97',
    ]);
    await market.endMonth('2026-11');
    expect((await told('2026-11')).map((line) => line.split(' ')[1])).toEqual(['CNY', 'CNY', 'CNY']);
  });

  it('is never shared by a rule whose amounts are yuan', async () => {
    await market.openAccount('dora', 'enterprise');
    expect(await market.order('dora', 'payg-overseas')).toBe('taken');
    const now = market.engine.clock.now();
    const at = new Date(now).toISOString();
    const [call] = calls('g1 | dora | 2026-12-01T00:00:00 | glm-5 | ascend-910c | input 10');
    expect(await market.post({ ...call, at })).toEqual([
      {
        status: 'suspense',
        suspense: { reason: 'no_split_rule', detail: 'a rule in CNY, a charge in USD' },
      },
    ]);
  });
});
