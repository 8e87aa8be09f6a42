import {
  IntakeUsage,
  ListSuspense,
  ReRateVoided,
  RecycleSuspense,
  VoidUsage,
  type UsageOutcome,
} from '@ciyuan/modules/charging';
import { ExpireDue, OrderPlan } from '@ciyuan/modules/subscriptions';
import { Engine } from './engine';
import { openAccount, openMarket, publish, usage } from './market';
import { moveMonth } from './month-states';

const START = '2026-10-01T00:00:00+08:00';
const EARLY = '2026-10-05T12:00:00+08:00';
const RENEWED = '2026-11-03T09:00:00+08:00';
const ALWAYS = { effectiveFrom: '2026-01-01T00:00:00+08:00' };

/** What kimi's models cost kimi is asked for by its rule, and no book says it. */
const KIMI_RULE = {
  code: 'kimi-rule',
  match: { model: 'kimi-k2' },
  breakage: 'operator',
  rule: {
    vatRate: '0.06',
    vatIncluded: true,
    residual: 'operator',
    steps: [{ party: 'vendor', type: 'cost' }],
  },
};

const ZHIPU_COSTS = {
  code: 'zhipu-costs',
  party: 'zhipu',
  zone: 'Asia/Shanghai',
  currency: 'CNY',
  entries: [
    { model: '*', class: 'input', price: '0.25', ...ALWAYS },
    { model: '*', class: 'output', price: '0.5', ...ALWAYS },
  ],
  multipliers: [],
  tiers: [],
};

/**
 * A market with some of everything in its tables: draws on one grant and on two, pay-as-you-go, overdraw, open and
 * recycled suspense, costs that nobody prices, a renewal, expiries, one of them drawn back by a late record after
 * its month was closed; voids, one of them of a record in suspense, and what they changed of later records.
 */
export async function openStoriedMarket(): Promise<Engine> {
  const engine = await Engine.start(START);
  await openMarket(engine);
  await publish(engine, 'cost_book', ZHIPU_COSTS);
  await publish(engine, 'split_rule', KIMI_RULE);
  await openAccounts(engine);
  engine.clock.moveTo(Date.parse('2026-10-20T00:00:00+08:00'));
  await october(engine);
  await recycleOne(engine);
  engine.clock.moveTo(Date.parse('2026-11-10T00:00:00+08:00'));
  await november(engine);
  await corrections(engine);
  return engine;
}

async function openAccounts(engine: Engine): Promise<void> {
  await openAccount(engine, 'alice', ['base', 'monthly'], START);
  await openAccount(engine, 'bob', ['base', 'trial', 'pack'], START);
  await openAccount(engine, 'carol', [], START);
  await openAccount(engine, 'dave', ['base', 'trial'], START);
  await openAccount(engine, 'erin', ['base'], START);
  const sold = { account: 'erin', plan: 'pack', startsAt: Date.parse(START), channel: 'shop' };
  await engine.get(OrderPlan).run(sold);
}

const post = (engine: Engine, ...records: object[]): Promise<UsageOutcome[]> =>
  engine.get(IntakeUsage).run('gateway', records as never);

async function october(engine: Engine): Promise<void> {
  const kimi = { model: 'kimi-k2', vendor: 'kimi' };
  await post(
    engine,
    usage('o1', 'alice', EARLY, { input: 1_000, cached_input: 500, output: 200 }),
    usage('o2', 'bob', EARLY, { input: 9_000 }),
    usage('o3', 'bob', EARLY, { input: 5_000, output: 1_000 }),
    usage('o4', 'dave', EARLY, { input: 12_000, output: 300 }),
    usage('o5', 'erin', EARLY, { input: 380_000, output: 40_000 }, kimi),
    usage('o6', 'carol', EARLY, { input: 10 }),
    usage('o7', 'newcomer', EARLY, { input: 70, output: 7 }),
    usage('o8', 'nobody', EARLY, { input: 10, output: 3 }),
  );
  await post(engine, usage('o9', 'erin', EARLY, { input: 3_000, output: 3_000 }));
}

/** Accepted before anybody knew its account. */
async function recycleOne(engine: Engine): Promise<void> {
  await openAccount(engine, 'newcomer', ['base'], START);
  const { items: entries } = await engine.get(ListSuspense).run({ sort: 'openedAt', limit: 100 });
  const key = entries.find((entry) => entry.accountCode === 'newcomer')?.key as string;
  await engine.get(RecycleSuspense).run([key]);
}

async function november(engine: Engine): Promise<void> {
  await post(engine, usage('n1', 'alice', RENEWED, { input: 2_000, output: 100 }));
  await engine.get(ExpireDue).run(engine.clock.now());
  await moveMonth(engine, '2026-10', 'closed');
  await post(engine, usage('n2', 'alice', EARLY, { input: 400, output: 4 }));
}

/** Void are a record of frank's that left later ones to the tariff, one whose cost nobody prices, and one in suspense. */
async function corrections(engine: Engine): Promise<void> {
  await openAccount(engine, 'frank', ['base', 'trial', 'pack'], '2026-11-01T00:00:00+08:00');
  const frank = (id: string, tokens: object, more = {}) =>
    usage(id, 'frank', RENEWED, tokens as Record<string, number>, more);
  await post(
    engine,
    frank('f1', { input: 405_000, output: 1_000 }),
    frank('f2', { input: 6_000, cached_input: 2_000 }),
    frank('f3', { input: 9_000, output: 300 }),
    frank('f4', { input: 70 }, { model: 'kimi-k2', vendor: 'kimi' }),
    usage('f5', 'stranger', RENEWED, { input: 10 }),
  );
  const items = ['f1', 'f4', 'f5'].map((id) => ({ source: 'api', id, reason: 'reported by mistake' }));
  await engine.get(VoidUsage).run({ partner: 'gateway', by: 'gateway', asStaff: false, items });
  await engine.get(ReRateVoided).run({ month: '2026-11', by: 'finance' });
}
