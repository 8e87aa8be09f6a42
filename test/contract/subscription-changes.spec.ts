import { RenewDue } from '@ciyuan/modules/subscriptions';
import type { Problem } from '@ciyuan/platform/http';
import type {
  SubscriptionChangeView,
  TakenList,
} from '../../apps/catalogue/src/subscription-changes/subscription-changes.dto';
import { HttpMarket } from '../support/http-market';
import { openAccount, publish } from '../support/market';

const START = '2026-10-01T00:00:00+08:00';
const NOVEMBER = '2026-10-31T16:00:00Z';

describe('subscriptions of an account', () => {
  let market: HttpMarket;

  beforeEach(async () => {
    market = await HttpMarket.open(START);
    await openAccount(market.engine, 'alice', ['base', 'monthly', 'pack'], START);
    market.engine.clock.moveTo(Date.parse('2026-10-10T00:00:00+08:00'));
  });
  afterEach(async () => {
    expect(await market.engine.violations()).toEqual([]);
    await market.close();
  });

  const post = <Body = SubscriptionChangeView>(
    path: string,
    body: object,
    role: 'operations' | 'finance' = 'operations',
  ) => market.post<Body>(`/v1/accounts/alice/subscriptions/${path}`, body, role);

  it('are listed in the order in which they were taken up', async () => {
    const { status, body } = await market.get<TakenList>('/v1/accounts/alice/subscriptions', 'finance');
    expect(status).toBe(200);
    expect(
      body.subscriptions.map(({ plan, role, endsAt, nextCycleAt }) => [plan, role, endsAt, nextCycleAt]),
    ).toEqual([
      ['base', 'base', null, null],
      ['monthly', 'package', null, NOVEMBER],
      ['pack', 'pack', '2026-10-30T16:00:00Z', null],
    ]);
    const nobody = await market.get<Problem>('/v1/accounts/nobody/subscriptions', 'finance');
    expect([nobody.status, nobody.body.type]).toEqual([404, 'urn:ciyuan:problem:unknown_account']);
  });

  it('are ended and resumed; a preview says the same and changes nothing', async () => {
    const ended = { account: 'alice', subscriptionId: 2, endsAt: NOVEMBER, grantsIssued: 0 };
    const end = { when: 'period_end' };
    expect((await post('2/end', { ...end, preview: true })).body).toEqual({ ...ended, applied: false });
    expect((await post('2/end', end)).body).toEqual({ ...ended, applied: true });
    const again = await post<Problem>('2/end', end);
    expect([again.status, again.body.type]).toEqual([409, 'urn:ciyuan:problem:already_ended']);
    expect((await post('2/resume', {})).body).toEqual({ ...ended, endsAt: null, applied: true });
  });

  it.each([
    ['4/end', { when: 'now' }, 409, 'ends_by_itself'],
    ['9/end', { when: 'now' }, 404, 'unknown_subscription'],
    ['2/resume', {}, 409, 'not_ending'],
  ] as const)('%s is refused: %j', async (path, body, status, code) => {
    const refused = await post<Problem>(path, body);
    expect([refused.status, refused.body.type]).toEqual([status, `urn:ciyuan:problem:${code}`]);
  });

  it.each([
    ['2/end', { when: 'tomorrow' }, 'when'],
    ['2/end', {}, 'when'],
    ['2/resume', { preview: 'yes' }, 'preview'],
  ] as const)('%s names the field at fault: %j', async (path, body, field) => {
    const refused = await post<Problem>(path, body);
    expect([refused.status, refused.body.faults?.map((one) => one.path)]).toEqual([400, [field]]);
  });

  it('are not for finance to end', async () => {
    expect((await post('2/end', { when: 'now' }, 'finance')).status).toBe(403);
  });

  it('are previewed as they are ordered', async () => {
    const order = { plan: 'pack', startsAt: '2026-10-10T00:00:00+08:00' };
    const ordered = (body: object) =>
      market.post<object>('/v1/accounts/alice/subscriptions', body, 'operations');
    const previewed = (await ordered({ ...order, preview: true })).body;
    expect(previewed).toMatchObject({
      subscriptionId: 6,
      grants: [
        {
          tokens: '400000',
          priceYuan: '1',
          effectiveAt: '2026-10-09T16:00:00Z',
          expiresAt: '2026-11-08T16:00:00Z',
          fees: [],
        },
      ],
      applied: false,
    });
    expect((await ordered(order)).body).toEqual({ ...previewed, applied: true });
  });

  it('are not of a plan that was retired; who has it keeps it', async () => {
    const [row] = await market.engine.rows<{ body: object }>(
      "SELECT body FROM ciyuan.catalogue_document WHERE kind = 'plan' AND code = 'monthly'",
    );
    const retiredAt = Date.parse('2026-10-20T00:00:00+08:00');
    await publish(market.engine, 'plan', { ...row?.body, retired: true }, retiredAt);
    const order = (startsAt: string) =>
      market.post<Problem>('/v1/accounts/alice/subscriptions', { plan: 'monthly', startsAt }, 'operations');
    expect((await order('2026-10-10T00:00:00+08:00')).status).toBe(201);
    const refused = await order('2026-10-20T00:00:00+08:00');
    expect([refused.status, refused.body.type]).toEqual([409, 'urn:ciyuan:problem:plan_retired']);
    market.engine.clock.moveTo(Date.parse('2026-11-02T00:00:00+08:00'));
    const renewed = await market.engine.get(RenewDue).run(market.engine.clock.now());
    expect(renewed).toBe(2);
  });
});
