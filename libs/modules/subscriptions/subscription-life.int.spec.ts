import { PublishDocument } from '@ciyuan/modules/catalogue';
import { openLifeMarket } from '../../../test/support/life-market';
import type { SeededMarket } from '../../../test/support/seeded-market';
import { must } from '../../../test/support/settlement-engine';
import { ChangePlan } from './change-plan';
import { ChangeSubscription, type SubscriptionToChange } from './change-subscription';
import { FindDueWork } from './find-due-work';
import { HoldPrices } from './hold-prices';
import { RenewDue } from './renew-due';
import { RenewPack } from './renew-pack';

const BASE = 1;
const SMALL = 2;
const PACK = 4;
const START = '2026-09-02T00:00:00+08:00';
const TWELFTH = '2026-09-12T10:30:00+08:00';

describe('a subscription after its order', () => {
  let market: SeededMarket;

  beforeEach(async () => {
    market = await openLifeMarket(START);
    await market.openAccount('lin', 'consumer');
    for (const plan of ['life-payg', 'life-small', 'life-pack'])
      expect(await market.order('lin', plan)).toBe('taken');
    market.moveTo(TWELFTH);
  });
  afterEach(async () => {
    expect(await market.violations()).toEqual([]);
    await market.stop();
  });

  type Verb = (preview: boolean) => Promise<{ readonly ok: boolean }>;
  const asked = { account: 'lin', by: 'mei' };
  const change =
    (what: SubscriptionToChange['change'], subscriptionId = SMALL): Verb =>
    (preview) =>
      market.engine.get(ChangeSubscription).run({ ...asked, subscriptionId, change: what, preview });
  const changePlan =
    (plan: string, when: 'now' | 'period_end', subscriptionId = SMALL, channel?: string): Verb =>
    (preview) => {
      const sold = channel === undefined ? {} : { channel };
      return market.engine.get(ChangePlan).run({ ...asked, subscriptionId, plan, when, preview, ...sold });
    };
  const renew =
    (cycle: number, begins: 'append' | 'stack', subscriptionId = PACK): Verb =>
    (preview) =>
      market.engine.get(RenewPack).run({ ...asked, subscriptionId, cycle, begins, preview });
  const hold =
    (until: number | null): Verb =>
    async (preview) => {
      const subscriptions = [{ account: 'lin', subscription: BASE }];
      const asOf = Date.parse(START);
      const [held] = await market.engine
        .get(HoldPrices)
        .run({ subscriptions, asOf, until, preview, by: 'mei' });
      return held?.outcome ?? { ok: false };
    };

  const fingerprint = () =>
    market.rows(
      `SELECT (SELECT json_agg(s ORDER BY id) FROM ciyuan.subscription AS s) AS subscriptions,
              (SELECT json_agg(g ORDER BY number) FROM ciyuan.grant_bucket AS g) AS grants,
              (SELECT json_agg(c ORDER BY sequence) FROM ciyuan.subscription_change AS c) AS changes,
              (SELECT json_agg(a) FROM ciyuan.account_state AS a) AS states,
              (SELECT count(*) FROM ciyuan.account_write) AS writes`,
    );

  const LIVES: readonly (readonly [string, () => readonly Verb[]])[] = [
    ['suspended and going on', () => [change({ suspend: 'why' }), change({ reactivate: 'paid' })]],
    [
      'up now, and the tariff with it',
      () => [changePlan('life-big', 'now'), changePlan('life-loyal', 'now', BASE)],
    ],
    [
      'down later, cancelled, and another',
      () => [
        changePlan('life-month', 'period_end'),
        change('cancel_plan_change'),
        changePlan('life-big', 'period_end'),
      ],
    ],
    [
      'another tariff later, cancelled',
      () => [changePlan('life-loyal', 'period_end', BASE), change('cancel_plan_change', BASE)],
    ],
    ['a pack renewed', () => [renew(2, 'append'), renew(3, 'stack'), renew(3, 'stack')]],
    ['prices held and let go', () => [hold(null), hold(null), hold(Date.parse(TWELFTH))]],
  ];

  it.each(LIVES)('is previewed as it is executed, and leaves nothing behind: %s', async (_what, life) => {
    for (const verb of life()) {
      const before = await fingerprint();
      const previewed = await verb(true);
      expect(await fingerprint()).toEqual(before);
      const executed = await verb(false);
      expect(executed).toMatchObject({ ok: true, value: { applied: true } });
      const { value } = executed as unknown as { value: object };
      expect(previewed).toEqual({ ok: true, value: { ...value, applied: false } });
    }
    await market.endMonth('2026-09');
  });

  it.each([
    ['a plan that nobody knows', () => changePlan('nothing', 'now'), 'unknown_plan'],
    ['one of another role', () => changePlan('life-loyal', 'period_end'), 'another_role'],
    ['a channel that nobody knows', () => changePlan('life-big', 'now', SMALL, 'nobody'), 'unknown_channel'],
    ['a cycle out of turn', () => renew(3, 'append'), 'not_the_next_cycle'],
    ['a package renewed', () => renew(2, 'append', SMALL), 'not_a_pack'],
    ['a subscription that nobody has', () => renew(2, 'append', 99), 'unknown_subscription'],
    ['what runs, reactivated', () => change({ reactivate: 'paid' }), 'not_suspended'],
  ] as const)('is refused %s, and nothing stays', async (_what, verb, code) => {
    const before = await fingerprint();
    expect(await verb()(false)).toMatchObject({ ok: false, refusal: { code } });
    expect(await fingerprint()).toEqual(before);
  });

  it('changes and renews only to what the account may order, and what is still sold', async () => {
    const [row] = await market.rows<{ body: object }>(
      "SELECT body FROM ciyuan.catalogue_document WHERE code = 'life-pack'",
    );
    const publish = async (body: object) =>
      must(
        await market.engine
          .get(PublishDocument)
          .run({ kind: 'plan', body, effectiveFrom: Date.parse(TWELFTH), by: 'maker' }),
      );
    expect(await renew(2, 'append')(false)).toMatchObject({ ok: true });
    await publish({ ...row?.body, retired: true });
    expect(await renew(3, 'append')(false)).toMatchObject({ refusal: { code: 'plan_retired' } });
    // What was done before is told all the same.
    expect(await renew(2, 'append')(false)).toMatchObject({ ok: true, value: { created: false } });
    const [big] = await market.rows<{ body: object }>(
      "SELECT body FROM ciyuan.catalogue_document WHERE code = 'life-big'",
    );
    await publish({ ...big?.body, segment: 'developer' });
    expect(await changePlan('life-big', 'now')(false)).toMatchObject({
      refusal: { code: 'not_in_this_segment' },
    });
  });

  it('is due for nothing while it is suspended', async () => {
    await change({ suspend: 'why' })(false);
    market.moveTo('2026-11-05T00:00:00+08:00');
    const due = () => market.engine.get(FindDueWork).run(market.engine.clock.now());
    expect((await due()).renewal).toBe(false);
    expect(await market.engine.get(RenewDue).run(market.engine.clock.now())).toBe(0);
    await change({ reactivate: 'paid' })(false);
    expect((await due()).renewal).toBe(false);
    market.moveTo('2026-12-05T00:00:00+08:00');
    expect((await due()).renewal).toBe(true);
  });

  it('has its prices held as one with others of its account, or not at all', async () => {
    await market.openAccount('bo', 'consumer');
    await market.order('bo', 'life-payg');
    const subscriptions = [
      { account: 'bo', subscription: 1 },
      { account: 'lin', subscription: BASE },
      { account: 'lin', subscription: SMALL },
      { account: 'nobody', subscription: 1 },
    ];
    const terms = { asOf: Date.parse(START), until: null, by: 'mei', preview: false };
    const held = await market.engine.get(HoldPrices).run({ subscriptions, ...terms });
    expect(held).toEqual([
      {
        account: 'bo',
        outcome: { ok: true, value: { subscriptions: [{ subscription: 1, changed: true }], applied: true } },
      },
      { account: 'lin', outcome: { ok: false, refusal: { code: 'no_prices', subscription: SMALL } } },
      { account: 'nobody', outcome: { ok: false, refusal: { code: 'unknown_account', subscription: 1 } } },
    ]);
    const [pins] = await market.rows('SELECT count(*)::integer AS count FROM ciyuan.subscription_change');
    expect(pins).toEqual({ count: 1 });
  });
});
