import { VerifyMonth } from '@ciyuan/modules/reporting';
import { ChangeSubscription } from '@ciyuan/modules/subscriptions';
import { deletionIsSeen, unseenChanges } from '../support/every-column';
import { SeededMarket } from '../support/seeded-market';
import { Tampering } from '../support/tampering';
import { VerifiedTampering } from '../support/verified-tampering';

/** Who changed it, and when. */
const SIGNED = ['changed_by', 'changed_at'];

/** The write of the next change, of the same kind and the same catalogue, would have done the same. */
const ROWS = [
  ['subscription_change', "kind = 'ended' AND sequence = 4", ['batch_id', ...SIGNED]],
  ['subscription', "plan_code = 'personal-10m'", ['created_at']],
] as const;

describe('subscriptions that were ended, changed in one column behind the engine’s back', () => {
  let market: SeededMarket;
  let tampering: Tampering;

  beforeAll(async () => {
    market = await SeededMarket.open('2026-10-05T00:00:00+08:00');
    await market.openAccount('wang', 'consumer');
    await market.order('wang', 'payg-standard');
    await market.order('wang', 'personal-10m');
    for (const change of [{ end: 'period_end' }, 'resume', { end: 'period_end' }] as const) {
      const request = { account: 'wang', subscriptionId: 2, change, by: 'mei', preview: false };
      expect((await market.engine.get(ChangeSubscription).run(request)).ok).toBe(true);
    }
    tampering = await Tampering.asSuperuser(market.urls);
  });
  afterAll(async () => {
    await tampering.end();
    await market.stop();
  });

  it('begins with nothing to report', async () => {
    expect(await market.violations()).toEqual([]);
  });

  it.each(ROWS)('%s where %s: verifying sees all but %p', async (table, where, unseen) => {
    const look = async () => (await market.engine.get(VerifyMonth).run('2026-10')).differences;
    const verified = new VerifiedTampering(tampering, look);
    const unseenByVerify = await unseenChanges(verified, table, where);
    expect(unseenByVerify).toEqual(unseen);
    expect(await deletionIsSeen(verified, table, where)).toBe(true);
  });

  it('is seen by the identities where it is the last change', async () => {
    const last = "kind = 'ended' AND sequence = 6";
    expect(await deletionIsSeen(tampering, 'subscription_change', last)).toBe(true);
    expect(await unseenChanges(tampering, 'subscription_change', last)).toEqual(SIGNED);
  });
});
