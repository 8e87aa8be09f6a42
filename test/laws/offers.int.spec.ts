import { ChangeAccountStatus } from '@ciyuan/modules/parties';
import { ListPools, OpenCampaignPool, OrderPlan, TopUpPool } from '@ciyuan/modules/subscriptions';
import { Database, type Tx } from '@ciyuan/platform/database';
import { Engine } from '../support/engine';
import { openMarket, publish } from '../support/market';
import { BOTH, ONCE, SPRING, openCustomer, openOffers, orderNow } from '../support/offers';

const START = '2026-10-01T00:00:00+08:00';
const GRANT_TOKENS = 10_000;

describe('offers that orders compete for', () => {
  let engine: Engine;

  beforeEach(async () => {
    engine = await Engine.start(START);
    await openMarket(engine);
    await openOffers(engine);
  });
  afterEach(async () => {
    expect(await engine.violations()).toEqual([]);
    await engine.stop();
  });

  const order = (account: string, plan: string) => orderNow(engine, account, plan);
  const times = (answers: readonly string[], code: string) => answers.filter((one) => one === code).length;
  const pool = async () => (await engine.get(ListPools).run({ sort: 'code', limit: 1 })).items[0];
  const granted = async (): Promise<number> => {
    const [row] = await engine.rows<{ tokens: string }>(
      'SELECT coalesce(sum(quantity_milli), 0) / 1000 AS tokens FROM ciyuan.grant_bucket',
    );
    return Number(row?.tokens);
  };

  it('give a customer once what is given once, whichever of its accounts asks, all at the same time', async () => {
    const accounts = Array.from({ length: 6 }, (_, index) => `solo-${index}`);
    await openCustomer(engine, 'solo', accounts);
    const answers = await Promise.all(accounts.map((account) => order(account, 'once')));
    expect([times(answers, 'taken'), times(answers, 'taken_before')]).toEqual([1, 5]);
    expect(await granted()).toBe(GRANT_TOKENS);
    expect(await engine.rows('SELECT 1 FROM ciyuan.subscription')).toHaveLength(1);
    expect(await order('solo-0', 'once')).toBe('taken_before');
  });

  it.each([
    ['committed', 'taken_before'],
    ['rolled back', 'taken'],
  ] as const)('wait for the order that came first; that one %s: %s', async (end, code) => {
    await openCustomer(engine, 'solo', ['solo-1', 'solo-2']);
    const second = () => order('solo-2', 'once');
    expect(await meanwhile(engine, () => order('solo-1', 'once'), end, second)).toBe(code);
  });

  it('give each customer its own', async () => {
    const codes = Array.from({ length: 5 }, (_, index) => `c${index}`);
    for (const code of codes) await openCustomer(engine, code, [code]);
    const answers = await Promise.all(codes.map((code) => order(code, 'once')));
    expect(times(answers, 'taken')).toBe(5);
  });

  it('never give more than a pool holds, and whole grants only, when all order at once', async () => {
    await openCustomer(engine, 'crowd', ['a', 'b', 'c', 'd']);
    const askers = ['a', 'b', 'c', 'd', 'a', 'b', 'c', 'd', 'a', 'b', 'c', 'd'];
    const answers = await Promise.all(askers.map((account) => order(account, 'pooled')));
    expect([times(answers, 'taken'), times(answers, 'campaign_pool_dry')]).toEqual([4, 8]);
    expect(await pool()).toMatchObject({ tokens: SPRING.tokens, takenTokens: 4 * GRANT_TOKENS });
    expect(await granted()).toBe(4 * GRANT_TOKENS);
  });

  it('keep the sum when pools are filled up while orders go on, and a top-up counts once', async () => {
    await openCustomer(engine, 'crowd', ['a', 'b', 'c', 'd']);
    const topUp = (reference: string, tokens: number) =>
      engine.get(TopUpPool).run({ pool: 'spring', reference, tokens, by: 'maker' });
    const work = [
      ...Array.from({ length: 12 }, (_, index) => order('abcd'[index % 4] as string, 'pooled')),
      topUp('more', 15_000),
      topUp('more', 15_000),
      topUp('again', 15_000),
    ];
    await Promise.all(work);
    // 75,000 were put in: whoever came before that may have gone away, and comes again.
    for (const account of ['a', 'b', 'c', 'd']) await order(account, 'pooled');
    expect(await order('a', 'pooled')).toBe('campaign_pool_dry');
    expect(await pool()).toMatchObject({ tokens: 75_000, takenTokens: 70_000 });
    expect(await granted()).toBe(70_000);
    expect(await topUp('more', 1)).toMatchObject({ refusal: { code: 'reference_taken' } });
    expect(await topUp('much', Number.MAX_SAFE_INTEGER)).toMatchObject({
      refusal: { code: 'too_many_tokens' },
    });
  });

  it('take nothing for an order that is refused, not even what comes first', async () => {
    const order = { account: 'late', plan: BOTH.code, startsAt: engine.clock.now() };
    for (const code of ['a', 'b', 'c', 'd', 'late']) await openCustomer(engine, code, [code]);
    for (const code of ['a', 'b', 'c', 'd']) expect(await orderNow(engine, code, 'both')).toBe('taken');
    expect(await orderNow(engine, 'late', 'both')).toBe('campaign_pool_dry');
    expect(await engine.rows("SELECT 1 FROM ciyuan.offer_taken WHERE customer_code = 'late'")).toEqual([]);
    await engine.get(TopUpPool).run({ pool: 'spring', reference: 'r', tokens: 5_000, by: 'maker' });
    expect(await engine.get(OrderPlan).run({ ...order, channel: 'nowhere' })).toMatchObject({
      refusal: { code: 'unknown_channel' },
    });
    expect(await pool()).toMatchObject({ takenTokens: 40_000 });
    expect(await orderNow(engine, 'late', 'both')).toBe('taken');
    expect(await pool()).toMatchObject({ tokens: 50_000, takenTokens: 50_000 });
  });

  it('give from a pool that is open, and only then', async () => {
    await openCustomer(engine, 'a', ['a']);
    const open = (pool: object) => engine.get(OpenCampaignPool).run(pool, 'maker');
    engine.clock.moveTo(Date.parse('2026-12-31T23:59:59.999+08:00'));
    expect(await order('a', 'pooled')).toBe('taken');
    engine.clock.moveTo(Date.parse(SPRING.endsAt));
    expect(await order('a', 'pooled')).toBe('campaign_not_running');
    expect(await open(SPRING)).toMatchObject({ ok: true, value: { takenTokens: GRANT_TOKENS } });
    expect(await open({ ...SPRING, tokens: 1 })).toMatchObject({ refusal: { code: 'code_taken' } });
    expect(await open({ ...SPRING, code: 'x', endsAt: SPRING.startsAt })).toMatchObject({
      refusal: { code: 'invalid', faults: [{ path: 'endsAt' }] },
    });
  });

  it.each([
    ['committed', 'account_not_active'],
    ['rolled back', 'taken'],
  ] as const)('wait for the suspension of the account; that one %s: %s', async (end, code) => {
    await openCustomer(engine, 'a', ['a']);
    const suspended = { account: 'a', status: 'suspended', reason: 'unpaid', by: 'desk' } as const;
    const suspend = () => engine.get(ChangeAccountStatus).run(suspended);
    expect(await meanwhile(engine, suspend, end, () => order('a', 'once'))).toBe(code);
  });

  it('count what was taken before they were given only once', async () => {
    await openCustomer(engine, 'a', ['a-1', 'a-2']);
    expect(await order('a-1', 'trial')).toBe('taken');
    const body = { ...ONCE, code: 'trial' };
    await publish(engine, 'plan', body, Date.parse('2026-11-01T00:00:00+08:00'));
    expect(await order('a-2', 'trial')).toBe('taken');
    engine.clock.moveTo(Date.parse('2026-11-02T00:00:00+08:00'));
    expect(await order('a-2', 'trial')).toBe('taken_before');
  });
});

/** What `other` comes to that begins when `first` has done all but commit, and waits for it. */
async function meanwhile(
  engine: Engine,
  first: () => Promise<unknown>,
  end: 'committed' | 'rolled back',
  other: () => Promise<string>,
): Promise<string> {
  const database = engine.get(Database);
  let waiting: Promise<string> | undefined;
  const held = jest.spyOn(database, 'retrying').mockImplementationOnce((work) =>
    database.transaction(async (tx: Tx) => {
      const result = await work(tx);
      held.mockRestore();
      waiting = other();
      await untilSomebodyWaits(engine);
      if (end === 'rolled back') throw new Error(end);
      return result;
    }),
  );
  await first().catch((error: Error) => expect(error.message).toBe('rolled back'));
  if (waiting === undefined) throw new Error('the first did not come to its end');
  return waiting;
}

async function untilSomebodyWaits(engine: Engine): Promise<void> {
  for (let look = 0; look < 500; look++) {
    const found = await engine.rows(
      'SELECT 1 FROM pg_locks AS l JOIN pg_stat_activity AS a ON a.pid = l.pid AND a.datname = current_database() WHERE NOT l.granted',
    );
    if (found.length > 0) return;
  }
  throw new Error('nobody waited');
}
