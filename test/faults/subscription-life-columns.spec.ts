import { VerifyMonth } from '@ciyuan/modules/reporting';
import { ChangePlan, ChangeSubscription, HoldPrices, RenewPack } from '@ciyuan/modules/subscriptions';
import { deletionIsSeen, unseenChanges } from '../support/every-column';
import { openLifeMarket } from '../support/life-market';
import type { SeededMarket } from '../support/seeded-market';
import { Tampering } from '../support/tampering';
import { VerifiedTampering } from '../support/verified-tampering';

/** Who changed it, and when. */
const SIGNED = ['changed_by', 'changed_at'];
/** The write of the next change, of the same kind and the same catalogue, would have done the same. */
const WRITE = 'batch_id';
/** What the order of a tariff without usage says stands nowhere else. */
const ORDERED = ['channel', 'starts_at', 'created_at'];
/** What was done to each subscription last, and what it left behind. */
const ROWS = [
  ['subscription_change', "kind = 'plan_changed'", ['changed_by']],
  ['subscription_change', "kind = 'plan_change_cancelled'", [WRITE, ...SIGNED]],
  ['subscription_change', "kind = 'renewed'", SIGNED],
  ['subscription_change', "kind = 'prices_pinned'", SIGNED],
  ['subscription_change', "kind = 'suspended'", [WRITE, 'changed_by', 'reason']],
  ['subscription', 'suspended_at IS NOT NULL', ORDERED],
  ['subscription', 'follows IS NOT NULL AND ends_at = starts_at', ['created_at']],
  ['subscription', "price_pins <> '[]'", ORDERED],
  ['grant_bucket', "origin = 'plan_change'", []],
  ['grant_bucket', "origin = 'renewal'", []],
] as const;

describe('subscriptions that were changed, in one column behind the engine’s back', () => {
  let market: SeededMarket;
  let tampering: Tampering;

  beforeAll(async () => {
    market = await openLifeMarket('2026-10-05T00:00:00+08:00');
    for (const account of ['wang', 'lin']) {
      await market.openAccount(account, 'consumer');
      for (const plan of ['life-payg', 'life-small', 'life-pack']) await market.order(account, plan);
    }
    market.moveTo('2026-10-10T00:00:00+08:00');
    await changes();
    tampering = await Tampering.asSuperuser(market.urls);
  });
  afterAll(async () => {
    await tampering.end();
    await market.stop();
  });

  async function changes(): Promise<void> {
    const signed = { by: 'mei', preview: false };
    const wang = { account: 'wang', ...signed };
    const lin = { account: 'lin', ...signed };
    const done = [
      await market.engine.get(ChangePlan).run({ ...wang, subscriptionId: 2, plan: 'life-big', when: 'now' }),
      await market.engine.get(RenewPack).run({ ...wang, subscriptionId: 4, cycle: 2, begins: 'append' }),
      await market.engine
        .get(ChangeSubscription)
        .run({ ...wang, subscriptionId: 1, change: { suspend: 'why' } }),
      await market.engine
        .get(ChangePlan)
        .run({ ...lin, subscriptionId: 2, plan: 'life-month', when: 'period_end' }),
      await market.engine
        .get(ChangeSubscription)
        .run({ ...lin, subscriptionId: 2, change: 'cancel_plan_change' }),
    ];
    expect(done.filter((one) => !one.ok)).toEqual([]);
    const subscriptions = [{ account: 'lin', subscription: 1 }];
    const terms = { asOf: Date.parse('2026-10-05T00:00:00+08:00'), until: null };
    await market.engine.get(HoldPrices).run({ subscriptions, ...terms, ...signed });
  }

  it('begins with nothing to report', async () => {
    expect(await market.violations()).toEqual([]);
  });

  it.each(ROWS)('%s where %s: the identities or verifying see all but %p', async (table, where, unseen) => {
    const byIdentities = await unseenChanges(tampering, table, where);
    const look = async () => (await market.engine.get(VerifyMonth).run('2026-10')).differences;
    const verified = new VerifiedTampering(tampering, look);
    const byVerify = new Set(await unseenChanges(verified, table, where));
    expect(byIdentities.filter((column) => byVerify.has(column))).toEqual(unseen);
    expect(await deletionIsSeen(tampering, table, where)).toBe(true);
  });
});
