import { IntakeUsage, ListSuspense, RecycleSuspense } from '@ciyuan/modules/charging';
import { IssueStatements } from '@ciyuan/modules/settlement';
import { OrderPlan } from '@ciyuan/modules/subscriptions';
import { Engine } from './engine';
import { openAccount, openMarket, publish, usage, wireUsage } from './market';
import { SeededMarket } from './seeded-market';
import { must } from './settlement-engine';

const START = '2026-10-01T00:00:00+08:00';
const EARLY = '2026-10-05T12:00:00+08:00';
const MIDDLE = '2026-10-18T12:00:00+08:00';
const NOVEMBER = '2026-11-08T12:00:00+08:00';
const ALWAYS = { effectiveFrom: '2026-01-01T00:00:00+08:00' };
const KIMI = { model: 'kimi-k2', vendor: 'kimi' };

const priceOf = (tokenClass: string, price: string): object => ({
  model: '*',
  class: tokenClass,
  price,
  ...ALWAYS,
});
const BOOK = { zone: 'Asia/Shanghai', currency: 'CNY', multipliers: [], tiers: [] };
export const RETAIL_DEARER = {
  ...BOOK,
  code: 'retail',
  entries: [priceOf('input', '3'), priceOf('output', '9')],
};

const TIERED = {
  ...BOOK,
  code: 'tiered',
  entries: [priceOf('input', '2.5')],
  tiers: [
    {
      lineage: 'output',
      models: ['*'],
      classes: ['output'],
      window: 'billing_period',
      counts: 'overage',
      component: {
        mode: 'graduated',
        tiers: [
          { upTo: '1000', unitPrice: '10' },
          { upTo: null, unitPrice: '8' },
        ],
      },
    },
  ],
};

/** What kimi's models cost kimi is asked for by its rule, and no book says it. */
export const KIMI_RULE = {
  code: 'kimi-rule',
  match: { model: 'kimi-k2' },
  breakage: 'operator',
  rule: {
    vatRate: '0.06',
    vatIncluded: true,
    residual: 'operator',
    steps: [
      { party: 'vendor', type: 'cost' },
      { party: 'compute', type: 'perMillion', class: '*', value: '2' },
    ],
  },
};

const FIRST = { mode: 'full', denominator: 'actual', allowanceRounding: 'down' };
const PLAN = { currency: 'CNY', vatRate: '0.06', firstPeriod: FIRST, exhaustion: 'payg', latenessHours: 72 };
export const FOLLOWING = {
  ...PLAN,
  code: 'following',
  role: 'package',
  name: 'Following 20k',
  price: '30',
  coefficientTable: 'standard',
  coefficients: 'follow',
  cycleAnchor: 'order_day',
  allowance: { tokens: 20_000, models: ['*'], source: 'allowance' },
};
const PLANS = [
  FOLLOWING,
  {
    ...PLAN,
    code: 'tiered-base',
    role: 'base',
    name: 'Tiered',
    price: '0',
    priceBook: 'tiered',
    cycleAnchor: 'calendar',
    coefficients: 'at_issue',
  },
];

/** How the market was opened, and what settles and verifies it, on one database. */
export interface VerifiedMarket {
  readonly engine: Engine;
  readonly market: SeededMarket;
  /** As the gateway; none of them may be refused. */
  post(...records: object[]): Promise<void>;
  stop(): Promise<void>;
}

/**
 * October and November, both issued, with some of everything that is charged and settled: draws on one grant and on
 * two, overage by entries and by tiers, overdraw, a provider's own object, open and recycled suspense, costs that
 * nobody prices, coefficients that move on, a back-dated price that came later, cycles, expiries, and records for
 * October that came after its issue, one of which draws back what had expired.
 */
export async function openVerifiedMarket(): Promise<VerifiedMarket> {
  const engine = await Engine.start(START);
  await openMarket(engine);
  await publish(engine, 'price_book', TIERED);
  await publish(engine, 'split_rule', KIMI_RULE);
  for (const plan of PLANS) await publish(engine, 'plan', plan);
  const market = await SeededMarket.at(engine.urls, START);
  const moveTo = (now: string): void => {
    engine.clock.moveTo(Date.parse(now));
    market.moveTo(now);
  };
  await openAccounts(engine);
  moveTo('2026-10-20T00:00:00+08:00');
  await october(market, engine);
  await market.endMonth('2026-10');
  await settle(market, '2026-10');
  moveTo('2026-11-10T00:00:00+08:00');
  await november(market, engine);
  await market.endMonth('2026-11');
  await settle(market, '2026-11');
  return {
    engine,
    market,
    post: postTo(market),
    stop: async () => {
      await market.engine.stop();
      await engine.stop();
    },
  };
}

async function openAccounts(engine: Engine): Promise<void> {
  await openAccount(engine, 'alice', ['base', 'monthly'], START);
  await openAccount(engine, 'bob', ['base', 'trial', 'pack'], START);
  await openAccount(engine, 'dave', ['base', 'trial'], START);
  await openAccount(engine, 'erin', ['base'], START);
  await openAccount(engine, 'tina', ['tiered-base', 'following'], '2026-10-03T09:00:00+08:00');
  const sold = { account: 'erin', plan: 'pack', startsAt: Date.parse(START), channel: 'shop' };
  must(await engine.get(OrderPlan).run(sold));
}

const WIRE = [
  'openai_chat',
  { prompt_tokens: 900, completion_tokens: 100, prompt_tokens_details: { cached_tokens: 300 } },
] as const;

async function october(market: SeededMarket, engine: Engine): Promise<void> {
  const post = postTo(market);
  await post(
    usage('o1', 'alice', EARLY, { input: 1_000, cached_input: 500, output: 200 }),
    usage('o2', 'bob', EARLY, { input: 9_000 }),
    usage('o3', 'bob', EARLY, { input: 395_000, output: 8_000 }),
    usage('o4', 'dave', EARLY, { input: 12_000, output: 300 }),
    usage('o5', 'erin', EARLY, { input: 380_000, output: 40_000 }, KIMI),
    usage('o6', 'newcomer', EARLY, { input: 70, output: 7 }),
    usage('o7', 'nobody', EARLY, { input: 10, output: 3 }),
    wireUsage('o8', 'alice', EARLY, WIRE),
    usage('o9', 'tina', EARLY, { cached_input: 10_000, input: 5_000, output: 600 }),
  );
  await publish(
    engine,
    'coefficient_table',
    { code: 'standard', rows: [{ model: '*', class: 'cached_input', coefficient: '0.3' }] },
    Date.parse('2026-10-15T00:00:00+08:00'),
  );
  await post(
    usage('p1', 'tina', MIDDLE, { cached_input: 20_000, output: 700 }),
    usage('p2', 'tina', MIDDLE, { cached_input: 30_000, input: 4_000, output: 900 }),
    usage('p3', 'erin', MIDDLE, { input: 3_000, output: 3_000 }),
  );
  await openAccount(engine, 'newcomer', ['base'], START);
  const { items: entries } = await engine.get(ListSuspense).run({ sort: 'openedAt', limit: 100 });
  const key = entries.find((entry) => entry.accountCode === 'newcomer')?.key as string;
  await engine.get(RecycleSuspense).run([key]);
}

async function november(market: SeededMarket, engine: Engine): Promise<void> {
  const post = postTo(market);
  await post(
    usage('n1', 'alice', NOVEMBER, { input: 2_000, output: 100 }),
    usage('n2', 'alice', EARLY, { input: 400, output: 4 }),
    usage('n3', 'erin', MIDDLE, { input: 5_000_000 }),
    usage('n4', 'tina', NOVEMBER, { input: 40_000, output: 2_000 }),
  );
  await publish(engine, 'price_book', RETAIL_DEARER, Date.parse('2026-10-02T00:00:00+08:00'));
  await post(
    usage('n5', 'erin', MIDDLE, { input: 1_000 }),
    usage('n6', 'erin', NOVEMBER, { input: 1_000, output: 10 }, KIMI),
    usage('n7', 'alice', MIDDLE, { input: 600 }),
  );
}

const postTo =
  (market: SeededMarket) =>
  async (...records: object[]): Promise<void> => {
    const outcomes = await market.engine.get(IntakeUsage).run('gateway', records as never);
    const refused = outcomes.filter(({ status }) => status === 'refused');
    if (refused.length > 0) throw new Error(JSON.stringify(refused));
  };

async function settle(market: SeededMarket, month: string): Promise<void> {
  const { id: runId } = must(await market.calculate(month));
  must(await market.approve(runId));
  const issue = { runId, by: 'finance', waiveOpenSuspense: true, waiveOpenCosts: true };
  must(await market.engine.get(IssueStatements).run(issue));
}
