import type {
  ConcernedPageView,
  NoticeView,
  NoticesView,
} from '../../apps/catalogue/src/price-notices/price-notices.dto';
import { OpenAccount } from '@ciyuan/modules/parties';
import { OrderPlan } from '@ciyuan/modules/subscriptions';
import { must } from '../support/answers';
import { HttpMarket } from '../support/http-market';
import { publish } from '../support/market';

const START = '2026-10-01T00:00:00+08:00';
const DECEMBER = '2026-12-01T00:00:00+08:00';
const price = (tokenClass: string, yuan: string): object => ({
  model: '*',
  class: tokenClass,
  price: yuan,
  effectiveFrom: '2026-01-01T00:00:00+08:00',
});
const book = (input: string, more: object[] = []): object => ({
  code: 'retail',
  zone: 'Asia/Shanghai',
  currency: 'CNY',
  entries: [price('input', input), price('output', '8'), ...more],
  multipliers: [],
  tiers: [],
});
const POLICY = {
  code: 'notice',
  rules: [{ audience: { all: true }, change: 'price_rise', channels: ['sms'], leadDays: 30 }],
};
const NOTICE = {
  announcedAt: '2026-10-20T00:00:00+08:00',
  audience: { all: true },
  channels: ['sms', 'email'],
  text: '自十二月起，每百万输入词元三元。',
};

describe('notices of prices over HTTP', () => {
  let market: HttpMarket;

  beforeAll(async () => {
    market = await HttpMarket.open(START);
    await publish(market.engine, 'notice_policy', POLICY);
    for (const [code, segment] of [
      ['a1', 'consumer'],
      ['a2', 'developer'],
      ['a3', 'consumer'],
      ['a4', 'consumer'],
    ] as const) {
      must(await market.engine.get(OpenAccount).run({ code, name: code, segment }));
      const plans = code === 'a4' ? ['monthly'] : ['base', 'monthly'];
      for (const plan of plans) {
        const order = { account: code, plan, startsAt: Date.parse(START) };
        must(await market.engine.get(OrderPlan).run(code === 'a2' ? { ...order, channel: 'shop' } : order));
      }
    }
    const ended = await market.engine.rows<{ id: string }>(
      "SELECT s.id FROM ciyuan.subscription AS s JOIN ciyuan.account AS a USING (account_id) WHERE a.code = 'a3' AND s.is_base",
    );
    const path = `/v1/accounts/a3/subscriptions/${ended[0]?.id}/end`;
    expect((await market.post(path, { when: 'period_end' }, 'operations')).status).toBe(200);
  });

  afterAll(async () => {
    expect(await market.engine.violations()).toEqual([]);
    await market.close();
  });

  const write = async (kind: string, body: object, notice: object | null, effectiveFrom = DECEMBER) =>
    (await market.post<{ id: number }>('/v1/drafts', { kind, effectiveFrom, body, notice }, 'maker', 'mei'))
      .body.id;
  const act = <Body>(id: number, verb: 'submit' | 'approve') =>
    market.post<Body>(
      `/v1/drafts/${id}/${verb}`,
      {},
      verb === 'submit' ? 'maker' : 'checker',
      verb === 'submit' ? 'mei' : 'chen',
    );
  const approved = async (kind: string, body: object, notice: object | null): Promise<void> => {
    const id = await write(kind, body, notice);
    expect((await act(id, 'submit')).status).toBe(200);
    expect((await act(id, 'approve')).status).toBe(200);
  };
  const list = async (query = ''): Promise<NoticesView> =>
    (await market.get<NoticesView>(`/v1/price-notices${query}`, 'finance')).body;
  const concerned = async (id: number, query = ''): Promise<ConcernedPageView> =>
    (await market.get<ConcernedPageView>(`/v1/price-notices/${id}/subscriptions${query}`, 'operations')).body;

  it('are asked for with a place and the day from which on it would do', async () => {
    const id = await write('price_book', book('3'), { ...NOTICE, announcedAt: '2026-11-10T00:00:00+08:00' });
    const { status, body } = await act<{ type: string; faults: object[] }>(id, 'submit');
    expect([status, body.type]).toEqual([422, 'urn:ciyuan:problem:invalid_document']);
    expect(body.faults).toEqual([
      {
        path: 'notice.announcedAt',
        code: 'notice_too_short',
        detail: expect.stringContaining('2026-12-09T16:00:00Z') as string,
      },
    ]);
    const unsaid = await write('price_book', book('3'), null);
    expect((await act<{ faults: object[] }>(unsaid, 'submit')).body.faults).toMatchObject([
      { path: 'notice', code: 'notice_missing' },
    ]);
  });

  it('are listed once they are approved, by document and by when they are announced', async () => {
    await approved('price_book', book('3'), NOTICE);
    const monthly = await market.get<{ documents: { body: object }[] }>(
      '/v1/catalogue/plan/monthly/versions',
      'finance',
    );
    const plan = { ...monthly.body.documents[0]?.body, price: '10.90' };
    await approved('plan', plan, { ...NOTICE, announcedAt: START });
    const { notices } = await list();
    expect(notices).toEqual([
      {
        id: notices[0]?.id,
        kind: 'price_book',
        code: 'retail',
        version: 2,
        audience: { all: true },
        channels: ['sms', 'email'],
        announcedAt: '2026-10-19T16:00:00Z',
        effectiveFrom: '2026-11-30T16:00:00Z',
        text: NOTICE.text,
        createdAt: '2026-09-30T16:00:00Z',
      },
      expect.objectContaining({ kind: 'plan', code: 'monthly', announcedAt: '2026-09-30T16:00:00Z' }),
    ]);
    const codes = async (query: string): Promise<string[]> =>
      (await list(query)).notices.map(({ code }) => code);
    expect(await codes('?kind=plan')).toEqual(['monthly']);
    expect(await codes('?code=retail')).toEqual(['retail']);
    expect(await codes('?from=2026-10-19T16:00:00Z')).toEqual(['retail']);
    expect(await codes('?until=2026-10-19T16:00:00Z')).toEqual(['monthly']);
    const first = await list('?limit=1');
    expect(await list(`?limit=1&after=${first.next}`)).toMatchObject({
      notices: [{ code: 'monthly' }],
      next: null,
    });
  });

  it('name the subscriptions that go on, page by page or as a file', async () => {
    const [retail, monthly] = (await list()).notices as [NoticeView, NoticeView];
    const { subscriptions } = await concerned(retail.id);
    expect(subscriptions).toEqual([
      {
        account: 'a1',
        subscriptionId: 1,
        customer: null,
        segment: 'consumer',
        channel: null,
        plan: 'base',
        planVersion: 1,
        protected: false,
        protectedUntil: null,
      },
      expect.objectContaining({ account: 'a2', segment: 'developer', channel: 'shop' }),
    ]);
    const first = await concerned(monthly.id, '?limit=3');
    const rest = await concerned(monthly.id, `?limit=3&after=${first.next}`);
    const found = [...first.subscriptions, ...rest.subscriptions];
    expect(found.map(({ account, plan }) => `${account} ${plan}`)).toEqual([
      'a1 monthly',
      'a2 monthly',
      'a3 monthly',
      'a4 monthly',
    ]);
    expect(rest.next).toBeNull();
    const file = await market.get<string>(
      `/v1/price-notices/${retail.id}/subscriptions?format=csv`,
      'finance',
    );
    expect([file.status, file.type]).toEqual([200, 'text/csv']);
    expect(file.body.split('\n')).toEqual([
      'account,subscriptionId,customer,segment,channel,plan,planVersion,protected,protectedUntil',
      'a1,1,,consumer,,base,1,false,',
      'a2,1,,developer,shop,base,1,false,',
      '',
    ]);
  });

  it('say whose prices are held when the version begins, and until when', async () => {
    const [retail, monthly] = (await list()).notices as [NoticeView, NoticeView];
    const hold = async (account: string, until: string | null): Promise<void> => {
      const base = (await concerned(retail.id)).subscriptions.find((one) => one.account === account);
      const path = `/v1/accounts/${account}/subscriptions/${base?.subscriptionId}/price-protection`;
      expect((await market.post(path, { asOf: START, until }, 'operations')).status).toBe(200);
    };
    const held = async (query = ''): Promise<unknown[]> =>
      (await concerned(retail.id, query)).subscriptions.map((one) => [
        one.account,
        one.protected,
        one.protectedUntil,
      ]);
    await hold('a1', '2027-03-01T00:00:00+08:00');
    expect(await held()).toEqual([
      ['a1', true, '2027-02-28T16:00:00Z'],
      ['a2', false, null],
    ]);
    await hold('a2', null);
    await hold('a1', DECEMBER);
    expect(await held('?sort=-account')).toEqual([
      ['a2', true, null],
      ['a1', false, null],
    ]);
    expect(await held('?segment=developer')).toEqual([['a2', true, null]]);
    expect(await held('?channel=shop&plan=monthly')).toEqual([]);
    const file = await market.get<string>(
      `/v1/price-notices/${retail.id}/subscriptions?format=csv&sort=-account&limit=1`,
      'finance',
    );
    expect(file.body.split('\n').slice(1)).toEqual([
      'a2,1,,developer,shop,base,1,true,',
      'a1,1,,consumer,,base,1,false,',
      '',
    ]);
    expect((await concerned(monthly.id)).subscriptions.every((one) => !one.protected)).toBe(true);
  });

  it('of an id that nobody gave are unknown', async () => {
    const answer = await market.get('/v1/price-notices/1/subscriptions', 'finance');
    expect([answer.status, answer.body.type]).toEqual([404, 'urn:ciyuan:problem:unknown_notice']);
    expect((await market.get('/v1/price-notices/1/subscriptions?after=x', 'finance')).status).toBe(400);
  });
});
