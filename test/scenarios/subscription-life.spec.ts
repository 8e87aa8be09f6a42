import {
  ChangePlan,
  ChangeSubscription,
  HoldPrices,
  ListSubscriptions,
  RenewDue,
  RenewPack,
} from '@ciyuan/modules/subscriptions';
import { openLifeMarket } from '../support/life-market';
import { calls } from '../support/seeded-calls';
import type { SeededMarket } from '../support/seeded-market';
import { must } from '../support/settlement-engine';

// Every figure here is worked out by hand in db/seeds/scenarios/subscription-life.md.

describe('what becomes of subscriptions after their orders', () => {
  let market: SeededMarket;
  beforeAll(async () => {
    market = await openLifeMarket('2026-09-02T00:00:00+08:00');
    for (const code of ['lin', 'bo', 'wu', 'hu', 'feng']) await market.openAccount(code, 'consumer');
  });
  afterAll(() => market.stop());
  afterEach(async () => expect(await market.violations()).toEqual([]));

  const get = <T>(flow: new (...dependencies: never[]) => T): T => market.engine.get(flow as never);
  const asked = { by: 'mei', preview: false };
  const lastOf = async (account: string, plan: string): Promise<number> => {
    const taken = (await get(ListSubscriptions).run(account)) ?? [];
    return taken.findLast((one) => one.plan.code === plan)?.id ?? 0;
  };
  const changePlan = async (from: string, plan: string, when: 'now' | 'period_end') => {
    const subscriptionId = await lastOf('lin', from);
    return must(await get(ChangePlan).run({ account: 'lin', subscriptionId, plan, when, ...asked }));
  };
  const change = async (
    account: string,
    plan: string,
    what: 'cancel_plan_change' | { suspend: string } | { reactivate: string },
  ) =>
    must(
      await get(ChangeSubscription).run({
        account,
        subscriptionId: await lastOf(account, plan),
        change: what,
        ...asked,
      }),
    );
  const renew = async (cycle: number, begins: 'append' | 'stack') =>
    must(
      await get(RenewPack).run({
        account: 'wu',
        subscriptionId: await lastOf('wu', 'life-pack'),
        cycle,
        begins,
        ...asked,
      }),
    );
  const renewDue = () => get(RenewDue).run(market.engine.clock.now());
  const used = async (table: string): Promise<void> => {
    const outcomes = await market.post(...calls(table));
    expect(outcomes.map((one) => one.status)).toEqual(outcomes.map(() => 'accepted'));
  };
  const call = (id: string, account: string, time: string, input: number): string =>
    `${id} | ${account} | ${time} | glm-5-air | ascend-910c | input ${input}`;

  /** Every grant in the order of its issue: tokens, yuan, tokens drawn. */
  const grants = async (account: string): Promise<unknown[][]> => {
    const rows = await market.rows(
      `SELECT g.origin, d.code, g.cycle, (g.quantity_milli / 1000)::integer AS tokens, trim_scale(g.price_gross)::text AS price,
              (g.drawn_milli / 1000)::integer AS drawn,
              to_char(g.effective_at AT TIME ZONE 'Asia/Shanghai', 'MM-DD HH24:MI') AS starts,
              to_char(g.expires_at AT TIME ZONE 'Asia/Shanghai', 'MM-DD HH24:MI') AS ends
         FROM ciyuan.grant_bucket AS g JOIN ciyuan.account AS a USING (account_id)
         JOIN ciyuan.catalogue_document AS d ON d.id = g.plan_version_id
        WHERE a.code = $1 ORDER BY g.number`,
      [account],
    );
    return rows.map((row) => Object.values(row));
  };
  const owed = async (account: string): Promise<unknown> => {
    const [row] = await market.rows(
      `SELECT trim_scale(sum(l.amount))::text AS owed
         FROM ciyuan.journal_line AS l JOIN ciyuan.account AS a USING (account_id)
        WHERE a.code = $1 AND l.ledger_account = 'receivable'`,
      [account],
    );
    return row?.owed;
  };

  it('September: Lin goes up, and pays the difference for the days that are left', async () => {
    await market.order('lin', 'life-small');
    market.moveTo('2026-09-12T10:30:00+08:00');
    await used(call('l1', 'lin', '2026-09-05T12:00:00', 8_000));
    const { grants: sold } = await changePlan('life-small', 'life-big', 'now');
    expect(sold).toMatchObject([{ quantityMilli: 16_667_000n, priceGross: 2_670_000_000_000n }]);
    market.moveTo('2026-09-20T13:00:00+08:00');
    await used(call('l2', 'lin', '2026-09-20T12:00:00', 25_000));
    expect(await grants('lin')).toEqual([
      ['sold', 'life-small', 1, 20_000, '6', 20_000, '09-02 00:00', '10-02 00:00'],
      ['plan_change', 'life-big', 0, 16_667, '2.67', 13_000, '09-12 10:30', '10-02 00:00'],
    ]);
  });

  it('October: Lin is to go down, Bo is suspended, Wu renews', async () => {
    market.moveTo('2026-10-01T00:00:00+08:00');
    for (const plan of ['life-payg', 'life-month']) expect(await market.order('bo', plan)).toBe('taken');
    for (const account of ['hu', 'feng']) expect(await market.order(account, 'life-payg')).toBe('taken');
    market.moveTo('2026-10-01T09:00:00+08:00');
    expect(await market.order('wu', 'life-pack')).toBe('taken');
    market.moveTo('2026-10-10T12:00:00+08:00');
    await renewDue();
    await changePlan('life-big', 'life-small', 'period_end');
    expect(await renew(2, 'append')).toMatchObject({ created: true });
    market.moveTo('2026-10-11T12:00:00+08:00');
    await change('lin', 'life-big', 'cancel_plan_change');
    await changePlan('life-big', 'life-small', 'period_end');
    expect(await renew(2, 'append')).toMatchObject({ created: false });
    market.moveTo('2026-10-12T09:00:00+08:00');
    await renew(3, 'stack');
    market.moveTo('2026-10-20T13:00:00+08:00');
    await change('bo', 'life-month', { suspend: 'does not pay' });
    market.moveTo('2026-10-25T13:00:00+08:00');
    await used(call('w1', 'wu', '2026-10-20T12:00:00', 500_000));
    await used(call('b1', 'bo', '2026-10-25T12:00:00', 5_000));
    expect((await grants('wu')).map((grant) => grant.slice(2))).toEqual([
      [1, 400_000, '1', 400_000, '10-01 09:00', '10-31 09:00'],
      [2, 400_000, '1', 0, '10-31 09:00', '11-30 09:00'],
      [3, 400_000, '1', 100_000, '10-12 09:00', '11-11 09:00'],
    ]);
  });

  it('November: nothing is granted to Bo until he goes on; prices rise, but not for Hu', async () => {
    market.moveTo('2026-11-05T13:00:00+08:00');
    await renewDue();
    await market.expire();
    await used(call('b2', 'bo', '2026-11-05T12:00:00', 10_000));
    await used(call('w2', 'wu', '2026-11-05T12:00:00', 350_000));
    const subscriptions = [{ account: 'hu', subscription: await lastOf('hu', 'life-payg') }];
    const asOf = Date.parse('2026-10-01T00:00:00+08:00');
    const until = Date.parse('2026-12-01T00:00:00+08:00');
    const [held] = await get(HoldPrices).run({ subscriptions, asOf, until, ...asked });
    expect(held?.outcome.ok).toBe(true);
    market.moveTo('2026-11-15T13:00:00+08:00');
    for (const who of ['hu', 'feng']) await used(call(`${who}1`, who, '2026-11-15T12:00:00', 1_000_000));
    market.moveTo('2026-11-21T09:00:00+08:00');
    await change('bo', 'life-month', { reactivate: 'has paid' });
    market.moveTo('2026-12-02T13:00:00+08:00');
    for (const who of ['hu', 'feng']) await used(call(`${who}2`, who, '2026-12-02T12:00:00', 1_000_000));
    await market.expire();
    expect(await market.records('b2', 'trim_scale(usage_gross)::text')).toEqual([['0.02']]);
    expect(await market.records('hu%', 'trim_scale(usage_gross)::text')).toEqual([['2'], ['3']]);
    expect(await market.records('feng%', 'trim_scale(usage_gross)::text')).toEqual([['3'], ['3']]);
  });

  it('December: everybody has had what the table says', async () => {
    await renewDue();
    expect((await grants('lin')).map((grant) => [...grant.slice(0, 5), grant[7]])).toEqual([
      ['sold', 'life-small', 1, 20_000, '6', '10-02 00:00'],
      ['plan_change', 'life-big', 0, 16_667, '2.67', '10-02 00:00'],
      ['sold', 'life-big', 1, 45_000, '10', '11-02 00:00'],
      ['sold', 'life-small', 1, 20_000, '6', '12-02 00:00'],
      ['sold', 'life-small', 2, 20_000, '6', '01-02 00:00'],
    ]);
    expect(await grants('bo')).toEqual([
      ['sold', 'life-month', 1, 30_000, '9', 5_000, '10-01 00:00', '11-01 00:00'],
      ['sold', 'life-month', 2, 10_000, '3', 0, '11-21 09:00', '12-01 00:00'],
      ['sold', 'life-month', 3, 30_000, '9', 0, '12-01 00:00', '01-01 00:00'],
    ]);
    expect((await grants('wu')).map((grant) => [grant[2], grant[5]])).toEqual([
      [1, 400_000],
      [2, 50_000],
      [3, 400_000],
    ]);
    expect([await owed('lin'), await owed('bo'), await owed('wu')]).toEqual(['30.67', '21', '3']);
  });
});
