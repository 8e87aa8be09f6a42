import { Database } from '@ciyuan/platform/database';
import { formatYuan } from '@ciyuan/core/kernel';
import { BilledMarket } from '../../../../test/support/billed-market';
import { usage } from '../../../../test/support/market';
import { AccountRevenueStore } from './account-revenue.store';

const MONTHS = ['2026-10', '2026-11', '2026-12'];
const RUN = { month: '2026-12', posted: null };

/** Packages, usage, usage under a contract and prices without tax; a void; and a record that comes late. */
describe('whose revenue months were', () => {
  let story: BilledMarket;
  beforeAll(async () => {
    story = await BilledMarket.open();
    await story.tellTwoMonths();
    await story.post(
      usage('n2', 'north', '2026-12-02T12:00:00+08:00', { input: 1_700_000 }),
      usage('l2', 'lone', '2026-12-03T12:00:00+08:00', { input: 1_900_000 }),
      usage('s2', 'south', '2026-11-30T12:00:00+08:00', { input: 5_000_000 }),
    );
  });
  afterAll(() => story.stop());

  it('is by key what the roll-ups say of packages and usage', async () => {
    const store = story.market.engine.get(AccountRevenueStore);
    const revenue = await story.market.engine
      .get(Database)
      .transaction((tx) => store.ofMonths(tx, RUN, MONTHS));
    const sums = new Map<string, bigint>();
    for (const one of revenue) {
      const key = [
        one.month,
        one.planVersionId,
        one.kind,
        one.model,
        one.vendor,
        one.computeOwner,
        one.chipKind,
      ].join(' ');
      sums.set(key, (sums.get(key) ?? 0n) + one.gross);
    }
    const rolled = await story.market.rows<{ key: string; gross: string }>(
      `SELECT concat_ws(' ', usage_month, plan_version_id, kind, model, vendor, compute_owner, chip_kind) AS key,
              trim_scale(sum(gross))::text AS gross
         FROM ciyuan.usage_rollup_delta WHERE kind IN ('package','usage') GROUP BY 1 HAVING sum(gross) <> 0`,
    );
    const told = new Map(
      [...sums].filter(([, gross]) => gross !== 0n).map(([key, gross]) => [key, formatYuan(gross)]),
    );
    expect(told).toEqual(new Map(rolled.map(({ key, gross }) => [key, gross])));
    expect(new Set(revenue.map(({ accountId }) => accountId)).size).toBe(4);
    expect(told.size).toBeGreaterThanOrEqual(6);
  });

  it('counts what was booked up to the run’s month', async () => {
    const store = story.market.engine.get(AccountRevenueStore);
    const recognised = await story.market.engine
      .get(Database)
      .transaction((tx) => store.recognised(tx, { month: '2026-10', posted: null }, [1, 3]));
    expect(
      recognised.map(({ accountId, month, revenue }) => `${accountId} ${month} ${formatYuan(revenue)}`),
    ).toEqual(['1 2026-10 10.34', '3 2026-10 96.6']);
  });
});
