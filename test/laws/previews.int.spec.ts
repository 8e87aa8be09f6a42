import {
  ChangePlan,
  ChangeSubscription,
  HoldPrices,
  OrderPlan,
  RenewPack,
  type SubscriptionToChange,
} from '@ciyuan/modules/subscriptions';
import fc from 'fast-check';
import { openLifeMarket } from '../support/life-market';
import type { SeededMarket } from '../support/seeded-market';

const START = Date.parse('2026-09-02T00:00:00+08:00');
const MS_PER_HOUR = 3_600_000;
const PLANS = ['life-payg', 'life-loyal', 'life-small', 'life-big', 'life-month', 'life-pack'] as const;
const WHEN = ['now', 'period_end'] as const;

/** `which` of the account's subscriptions, counted from the first and over again. */
type Step = { readonly hours: number; readonly which: number } & (
  | { readonly verb: 'order'; readonly plan: (typeof PLANS)[number] }
  | { readonly verb: 'change'; readonly what: SubscriptionToChange['change'] }
  | {
      readonly verb: 'another plan';
      readonly plan: (typeof PLANS)[number];
      readonly when: (typeof WHEN)[number];
    }
  | { readonly verb: 'renew'; readonly cycle: number; readonly begins: 'append' | 'stack' }
  | { readonly verb: 'hold'; readonly until: number | null }
);

const place = { hours: fc.nat(40 * 24), which: fc.nat(5) };
const plan = fc.constantFrom(...PLANS);
const when = fc.constantFrom(...WHEN);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ ...place, verb: fc.constant('order' as const), plan }) },
  {
    weight: 5,
    arbitrary: fc.record({
      ...place,
      verb: fc.constant('change' as const),
      what: fc.oneof(
        when.map((one) => ({ end: one })),
        fc.constantFrom('resume' as const, 'cancel_plan_change' as const),
        fc.constantFrom({ suspend: 'why' }, { reactivate: 'paid' }),
      ),
    }),
  },
  { weight: 3, arbitrary: fc.record({ ...place, verb: fc.constant('another plan' as const), plan, when }) },
  {
    weight: 2,
    arbitrary: fc.record({
      ...place,
      verb: fc.constant('renew' as const),
      cycle: fc.integer({ min: 1, max: 3 }),
      begins: fc.constantFrom('append' as const, 'stack' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      ...place,
      verb: fc.constant('hold' as const),
      until: fc.option(fc.nat(400 * 24).map((hours) => START + hours * MS_PER_HOUR)),
    }),
  },
);

/** With a tariff and a package taken up, each verb once, so that it is not left to chance whether one is ever applied. */
const EACH: readonly Step[] = [
  { hours: 24, which: 0, verb: 'order', plan: 'life-pack' },
  { hours: 24, which: 2, verb: 'renew', cycle: 2, begins: 'append' },
  { hours: 24, which: 0, verb: 'hold', until: null },
  { hours: 24, which: 1, verb: 'another plan', plan: 'life-big', when: 'now' },
  { hours: 24, which: 0, verb: 'change', what: { suspend: 'why' } },
];

describe('a preview of whatever is done to an account’s subscriptions', () => {
  let market: SeededMarket;
  let accounts = 0;
  beforeAll(async () => {
    market = await openLifeMarket(new Date(START).toISOString());
  });
  afterAll(() => market.stop());

  const run = async (account: string, one: Step, preview: boolean): Promise<unknown> => {
    const { engine } = market;
    const ids = await idsOf(account);
    const subscriptionId = ids[one.which % Math.max(ids.length, 1)] ?? 1;
    const asked = { account, subscriptionId, by: 'mei', preview };
    switch (one.verb) {
      case 'order':
        return engine.get(OrderPlan).run({ account, plan: one.plan, startsAt: engine.clock.now(), preview });
      case 'change':
        return engine.get(ChangeSubscription).run({ ...asked, change: one.what });
      case 'another plan':
        return engine.get(ChangePlan).run({ ...asked, plan: one.plan, when: one.when });
      case 'renew':
        return engine.get(RenewPack).run({ ...asked, cycle: one.cycle, begins: one.begins });
      case 'hold': {
        const subscriptions = [{ account, subscription: subscriptionId }];
        const terms = { asOf: START, until: one.until, by: 'mei', preview };
        return (await engine.get(HoldPrices).run({ subscriptions, ...terms }))[0]?.outcome;
      }
    }
  };
  const ACCOUNT = '(SELECT account_id FROM ciyuan.account_code WHERE code = $1)';
  const idsOf = async (account: string): Promise<number[]> =>
    (
      await market.rows<{ id: string }>(
        `SELECT id FROM ciyuan.subscription WHERE account_id = ${ACCOUNT} ORDER BY id`,
        [account],
      )
    ).map(({ id }) => Number(id));
  const stored = (account: string) =>
    market.rows(
      `SELECT (SELECT json_agg(s ORDER BY id) FROM ciyuan.subscription AS s WHERE account_id = ${ACCOUNT}) AS subscriptions,
              (SELECT json_agg(g ORDER BY number) FROM ciyuan.grant_bucket AS g WHERE account_id = ${ACCOUNT}) AS grants,
              (SELECT json_agg(c ORDER BY sequence) FROM ciyuan.subscription_change AS c WHERE account_id = ${ACCOUNT}) AS changes,
              (SELECT next_sequence FROM ciyuan.account_state WHERE account_id = ${ACCOUNT}) AS next,
              (SELECT count(*) FROM ciyuan.account_write) AS writes`,
      [account],
    );

  it('says what doing it comes to, and leaves nothing behind', async () => {
    const applied = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const account = `account-${(accounts += 1)}`;
        await market.openAccount(account, 'consumer');
        await market.order(account, 'life-payg');
        await market.order(account, 'life-small');
        for (const one of steps) {
          market.engine.clock.moveTo(market.engine.clock.now() + one.hours * MS_PER_HOUR);
          const before = await stored(account);
          const previewed = await run(account, one, true);
          expect(await stored(account)).toEqual(before);
          const executed = (await run(account, one, false)) as { ok: boolean; value: object };
          const said = executed.ok
            ? { ok: true, value: { ...executed.value, applied: false } }
            : { ...executed };
          expect(previewed).toEqual(said);
          if (executed.ok) applied.add(one.verb);
        }
      }),
      { numRuns: 25, examples: [[[...EACH]]] },
    );
    expect([...applied].sort()).toEqual(['another plan', 'change', 'hold', 'order', 'renew']);
    expect(await market.violations()).toEqual([]);
  }, 120_000);
});
