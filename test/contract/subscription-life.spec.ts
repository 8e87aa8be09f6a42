import type {
  PlanChangedView,
  RenewedView,
} from '../../apps/catalogue/src/subscription-changes/plan-changes.dto';
import type {
  SubscriptionChangeView,
  TakenList,
} from '../../apps/catalogue/src/subscription-changes/subscription-changes.dto';
import type {
  PriceProtectionsView,
  PriceProtectionView,
} from '../../apps/catalogue/src/price-protections/price-protections.dto';
import type { Problem } from '@ciyuan/platform/http';
import { HttpMarket } from '../support/http-market';
import { openAccount, publish } from '../support/market';

const START = '2026-10-01T00:00:00+08:00';
const TENTH = '2026-10-10T00:00:00+08:00';
const NOVEMBER = '2026-10-31T16:00:00Z';
const ALICE = '/v1/accounts/alice/subscriptions';

describe('the life of a subscription', () => {
  let market: HttpMarket;

  beforeEach(async () => {
    market = await HttpMarket.open(START);
    await openAccount(market.engine, 'alice', ['base', 'monthly', 'pack'], START);
    await publish(market.engine, 'plan', {
      code: 'double',
      role: 'package',
      name: 'Double',
      currency: 'CNY',
      price: '19.00',
      vatRate: '0.06',
      cycleAnchor: 'calendar',
      firstPeriod: { mode: 'full', denominator: 'actual', allowanceRounding: 'down' },
      planChange: { denominator: 'thirty', allowanceRounding: 'up' },
      exhaustion: 'payg',
      coefficients: 'at_issue',
      latenessHours: 72,
      allowance: { tokens: 2_000_000, models: ['*'], source: 'allowance' },
    });
    market.engine.clock.moveTo(Date.parse(TENTH));
  });
  afterEach(async () => {
    expect(await market.engine.violations()).toEqual([]);
    await market.close();
  });

  const post = <Body = Problem>(path: string, body: object, role: 'operations' | 'finance' = 'operations') =>
    market.post<Body>(path, body, role);

  it('is suspended with a reason, and goes on with one', async () => {
    const answer = { account: 'alice', subscriptionId: 2, endsAt: null, grantsIssued: 0 };
    const reason = { reason: 'does not pay' };
    const suspend = `${ALICE}/2/suspend`;
    expect((await post(suspend, { ...reason, preview: true })).body).toEqual({ ...answer, applied: false });
    expect((await post<SubscriptionChangeView>(suspend, reason)).body).toEqual({ ...answer, applied: true });
    const { body } = await market.get<TakenList>(ALICE, 'finance');
    expect(body.subscriptions.map((one) => one.suspendedAt)).toEqual([null, '2026-10-09T16:00:00Z', null]);
    type Found = { readonly subscriptions: readonly { readonly subscriptionId: number }[] };
    const suspended = await market.get<Found>('/v1/subscriptions?status=suspended', 'finance');
    expect(suspended.body.subscriptions).toMatchObject([{ subscriptionId: 2, status: 'suspended' }]);
    const again = await post(suspend, reason);
    expect([again.status, again.body.type]).toEqual([409, 'urn:ciyuan:problem:already_suspended']);
    market.engine.clock.moveTo(Date.parse('2026-11-10T00:00:00+08:00'));
    expect((await post(`${ALICE}/2/reactivate`, { reason: 'has paid' })).body).toEqual({
      ...answer,
      grantsIssued: 1,
      applied: true,
    });
  });

  it('changes its plan now, and sells the difference', async () => {
    const asked = { plan: 'double', when: 'now', channel: 'shop' };
    const preview = await post<PlanChangedView>(`${ALICE}/2/change-plan`, { ...asked, preview: true });
    // 9.10 yuan and a million more, for 22 of 30 days.
    expect(preview.body).toMatchObject({
      account: 'alice',
      subscriptionId: 2,
      plan: 'double',
      endsAt: NOVEMBER,
      grants: [
        { tokens: '733334', priceYuan: '6.67', effectiveAt: '2026-10-09T16:00:00Z', expiresAt: NOVEMBER },
      ],
      applied: false,
    });
    const made = await post<PlanChangedView>(`${ALICE}/2/change-plan`, asked);
    expect([made.status, made.body]).toEqual([200, { ...preview.body, applied: true }]);
    const { body } = await market.get<TakenList>(ALICE, 'finance');
    expect(body.subscriptions.at(-1)).toMatchObject({ plan: 'double', follows: 2, startsAt: NOVEMBER });
    const late = await post(`${ALICE}/2/cancel-plan-change`, {});
    expect([late.status, late.body.type]).toEqual([409, 'urn:ciyuan:problem:already_begun']);
  });

  it('changes its plan at the end of the period, until that is cancelled', async () => {
    const asked = { plan: 'double', when: 'period_end' };
    expect((await post<PlanChangedView>(`${ALICE}/2/change-plan`, asked)).body.grants).toEqual([]);
    const resumed = await post(`${ALICE}/2/resume`, {});
    expect([resumed.status, resumed.body.type]).toEqual([409, 'urn:ciyuan:problem:change_is_planned']);
    const cancelled = await post<SubscriptionChangeView>(`${ALICE}/2/cancel-plan-change`, {});
    expect([cancelled.status, cancelled.body.endsAt]).toEqual([200, null]);
  });

  it('is renewed once a cycle, however often that is asked for', async () => {
    const asked = { cycle: 2, begins: 'append', channel: 'shop' };
    const first = await post<RenewedView>(`${ALICE}/4/renew`, asked);
    expect(first.body).toEqual({
      account: 'alice',
      subscriptionId: 4,
      cycle: 2,
      endsAt: '2026-11-29T16:00:00Z',
      grants: [
        {
          tokens: '400000',
          priceYuan: '1',
          effectiveAt: '2026-10-30T16:00:00Z',
          expiresAt: '2026-11-29T16:00:00Z',
          fees: [],
        },
      ],
      created: true,
      applied: true,
    });
    expect((await post(`${ALICE}/4/renew`, asked)).body).toEqual({ ...first.body, created: false });
  });

  it('has its prices held, one by one or many at once', async () => {
    const terms = { asOf: START, until: null };
    const one = await post<PriceProtectionView>(`${ALICE}/1/price-protection`, terms);
    expect([one.status, one.body]).toEqual([
      200,
      {
        account: 'alice',
        subscriptionId: 1,
        asOf: '2026-09-30T16:00:00Z',
        until: null,
        changed: true,
        applied: true,
      },
    ]);
    const { body: list } = await market.get<TakenList>(ALICE, 'finance');
    expect(list.subscriptions[0]?.pricesHeld).toEqual({ asOf: '2026-09-30T16:00:00Z', until: null });
    const subscriptions = [
      { account: 'alice', subscription: 1 },
      { account: 'nobody', subscription: 1 },
    ];
    const many = await post<PriceProtectionsView>('/v1/price-protections', { subscriptions, ...terms });
    expect(many.body.accounts).toEqual([
      {
        account: 'alice',
        applied: true,
        subscriptions: [{ subscription: 1, changed: false }],
        refused: null,
      },
      {
        account: 'nobody',
        applied: false,
        subscriptions: [],
        refused: { code: 'unknown_account', detail: 'No account has this code.', subscription: 1 },
      },
    ]);
    const backwards = await post(`${ALICE}/1/price-protection`, { asOf: TENTH, until: START });
    expect([backwards.status, backwards.body.type]).toEqual([
      422,
      'urn:ciyuan:problem:ends_before_it_begins',
    ]);
  });

  it.each([
    ['2/suspend', { reason: ' ' }, 'reason'],
    ['2/change-plan', { plan: 'double' }, 'when'],
    ['4/renew', { cycle: 1, begins: 'append' }, 'cycle'],
    ['4/renew', { cycle: 2, begins: 'soon' }, 'begins'],
    ['1/price-protection', { asOf: '2026-10-01', until: null }, 'asOf'],
  ] as const)('%s names the field at fault: %j', async (path, body, field) => {
    const refused = await post(`${ALICE}/${path}`, body);
    expect([refused.status, refused.body.faults?.map((one) => one.path)]).toEqual([400, [field]]);
  });

  it.each([
    ['2/change-plan', { plan: 'nothing', when: 'now' }, 422, 'unknown_plan'],
    ['2/change-plan', { plan: 'base', when: 'period_end' }, 422, 'another_role'],
    ['2/change-plan', { plan: 'double', when: 'now', channel: 'nowhere' }, 422, 'unknown_channel'],
    ['4/suspend', { reason: 'why' }, 409, 'ends_by_itself'],
    ['4/renew', { cycle: 5, begins: 'stack' }, 409, 'not_the_next_cycle'],
    ['2/price-protection', { asOf: START, until: null }, 409, 'no_prices'],
    ['9/cancel-plan-change', {}, 404, 'unknown_subscription'],
  ] as const)('%s is refused: %j', async (path, body, status, code) => {
    const refused = await post(`${ALICE}/${path}`, body);
    expect([refused.status, refused.body.type]).toEqual([status, `urn:ciyuan:problem:${code}`]);
  });

  it('is not for finance to change', async () => {
    expect((await post(`${ALICE}/2/suspend`, { reason: 'why' }, 'finance')).status).toBe(403);
    const terms = { subscriptions: [{ account: 'alice', subscription: 1 }], asOf: START, until: null };
    expect((await post('/v1/price-protections', terms, 'finance')).status).toBe(403);
  });
});
