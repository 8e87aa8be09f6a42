import fc from 'fast-check';
import { HttpMarket } from '../support/http-market';
import { openAccount, publish, usage } from '../support/market';
import { WalkedList } from '../support/walk-list';
import type { UsageListView } from '../../apps/charging/src/usage-list/usage-list.dto';
import type { SuspenseCausesView } from '../../apps/charging/src/suspense/suspense-causes.dto';
import type { SuspensePageView } from '../../apps/charging/src/suspense/suspense.dto';
import type { ExplanationView } from '../../apps/charging/src/explanations/explanation.dto';

const START = '2026-10-01T00:00:00+08:00';
const AT = '2026-10-05T12:00:00+08:00';
const LATER = '2026-10-06T12:00:00+08:00';
const NEXT = '2026-11-02T12:00:00+08:00';
const ALL = 'from=2026-10-01T00:00:00Z&until=2026-12-01T00:00:00Z';

describe('GET /v1/usage', () => {
  let market: HttpMarket;
  const list = async (query: string, role: 'finance' | 'partner' = 'finance', subject?: string) =>
    (await market.get<UsageListView>(`/v1/usage?${query}`, role, subject)).body;
  const ids = async (query: string) => (await list(`${ALL}&${query}`)).records.map(({ id }) => id);

  beforeAll(async () => {
    market = await HttpMarket.open(START);
    const serves = [{ vendor: 'zhipu', computeOwner: 'tianyi' }];
    await publish(market.engine, 'contract', { partner: 'shop', lateWindowDays: 100, serves });
    await openAccount(market.engine, 'alice', ['base', 'pack'], START);
    await openAccount(market.engine, 'bob', ['base'], START);
    market.engine.clock.moveTo(Date.parse('2026-11-03T00:00:00+08:00'));
    await market.report(
      usage('u1', 'alice', AT, { input: 1_000, output: 500 }),
      usage('u2', 'bob', AT, { input: 1_000_000 }),
      usage('u3', 'bob', LATER, { input: 7 }, { source: 'batch' }),
      usage('u4', 'bob', NEXT, { input: 9 }, { model: 'kimi-k2', vendor: 'kimi' }),
      usage('u5', 'nobody', AT, { input: 1 }),
      usage('u6', 'nobody', LATER, { input: 1 }),
      usage('u7', 'bob', AT, { input: 3 }),
    );
    await market.post('/v1/usage', { records: [usage('s1', 'alice', AT, { input: 2 })] }, 'partner', 'shop');
    const items = [
      { id: 'u7', reason: 'twice' },
      { id: 'u6', reason: 'nobody’s' },
    ];
    await market.post('/v1/usage/voids', { items }, 'partner', 'gateway');
  });
  afterAll(async () => {
    expect(await market.engine.violations()).toEqual([]);
    await market.close();
  });

  it('shows each record as it stands, the newest first, across months', async () => {
    const { records, next } = await list(ALL);
    expect(records.map(({ id, state }) => [id, state])).toEqual([
      ['u4', 'charged'],
      ['u3', 'charged'],
      ['u6', 'void'],
      ['s1', 'charged'],
      ['u7', 'void'],
      ['u5', 'suspense'],
      ['u2', 'charged'],
      ['u1', 'charged'],
    ]);
    expect(next).toBeNull();
    expect(records[7]).toEqual({
      partner: 'gateway',
      source: 'api',
      id: 'u1',
      account: 'alice',
      at: '2026-10-05T04:00:00Z',
      state: 'charged',
      model: 'glm-5',
      serviceTier: 'standard',
      classes: { input: 1_000, output: 500 },
      plan: 'pack',
      charge: { currency: 'CNY', packageTokens: '1500', recognised: '0.00375', usage: '0', corrections: 0 },
      reason: null,
      detail: null,
    });
    expect(records[6]?.charge).toMatchObject({ packageTokens: '0', recognised: '0', usage: '2' });
    expect(records[5]).toMatchObject({ reason: 'unknown_account', charge: null, classes: null, plan: null });
  });

  it('leaves nothing of a charge that was taken back', async () => {
    const [voided] = (await list(`${ALL}&state=void&account=bob`)).records;
    const charge = { currency: 'CNY', packageTokens: '0', recognised: '0', usage: '0', corrections: 1 };
    expect(voided).toMatchObject({ id: 'u7', classes: { input: 3 }, charge });
  });

  it.each([
    ['account=alice', ['s1', 'u1']],
    ['account=nobody', ['u6', 'u5']],
    ['account=nobody&state=suspense', ['u5']],
    ['partner=shop', ['s1']],
    ['source=batch', ['u3']],
    ['model=kimi-k2', ['u4']],
    ['plan=pack', ['s1', 'u1']],
    ['plan=base&state=charged', ['u4', 'u3', 'u2']],
    ['state=suspense', ['u5']],
    ['state=void', ['u6', 'u7']],
    ['state=charged&sort=at', ['u1', 'u2', 's1', 'u3', 'u4']],
  ])('%s', async (query, expected) => {
    expect(await ids(query)).toEqual(expected);
  });

  it('is of the last month where no time is asked for, and says so', async () => {
    const found = await list('');
    expect(found.from).toBe('2026-10-02T16:05:00Z');
    expect(found.until).toBe('2026-11-02T16:05:00Z');
    expect(found.records).toHaveLength(8);
    const upTo = await list('from=2026-10-06T00:00:00Z&until=2026-10-07T00:00:00Z');
    expect(upTo.records.map(({ id }) => id)).toEqual(['u3', 'u6']);
  });

  it('is a partner’s own for a partner, whatever it asks for', async () => {
    const asked = await list(`${ALL}&partner=gateway`, 'partner', 'shop');
    expect(asked.records.map(({ id }) => id)).toEqual(['s1']);
    expect((await list(ALL, 'partner', 'nobody')).records).toEqual([]);
    const { next } = await list(`${ALL}&limit=1`);
    const past = await list(`${ALL}&after=${next}`, 'partner', 'shop');
    expect(past.records.map(({ partner }) => partner)).toEqual(['shop']);
  });

  it('walked by pages of any length, gives every record once', async () => {
    const usageList = new WalkedList(market, '/v1/usage', 'records');
    const all = (await usageList.walk(`${ALL}&limit=100`)).map((row) => row['id']);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 9 }), async (limit) => {
        expect((await usageList.walk(`${ALL}&limit=${limit}`)).map((row) => row['id'])).toEqual(all);
        const back = (await usageList.walk(`${ALL}&limit=${limit}&sort=at`)).map((row) => row['id']);
        expect(back.reverse()).toEqual(all);
      }),
      { numRuns: 6 },
    );
  });

  it('leads to the explanation of each charge, and comes to the same', async () => {
    for (const { partner, source, id, charge } of (await list(`${ALL}&state=charged`)).records) {
      const query = `partner=${partner}&source=${source}&id=${id}`;
      const { body } = await market.get<ExplanationView>(`/v1/usage/explanation?${query}`, 'finance');
      expect([body.agrees, body.overage[0]?.yuan ?? '0', body.grants[0]?.drawnTokens ?? '0']).toEqual([
        true,
        charge?.usage,
        charge?.packageTokens,
      ]);
    }
  });

  it.each([
    'from=2026-01-01T00:00:00Z&until=2026-12-01T00:00:00Z',
    'state=replaced',
    'sort=model',
    'from=now',
  ])('refuses %s', async (query) => {
    const { status, type } = await market.get(`/v1/usage?${query}`, 'finance');
    expect([status, type]).toEqual([400, 'application/problem+json']);
  });

  describe('what waits', () => {
    const causes = async (query = '', role: 'finance' | 'partner' = 'finance', subject?: string) =>
      (await market.get<SuspenseCausesView>(`/v1/suspense/causes${query}`, role, subject)).body.causes;

    beforeAll(async () => {
      await market.report(
        usage('w1', 'carol', AT, { input: 1 }),
        usage('w2', 'carol', LATER, { input: 1 }, { source: 'batch' }),
        usage('w3', 'bob', AT, { input: 1 }, { model: 'gpt-9' }),
      );
    });

    it('is counted by its cause, the most frequent first', async () => {
      const found = await causes();
      expect(found.map(({ reason, detail, records }) => [reason, detail, records])).toEqual([
        ['unknown_account', 'carol', 2],
        ['unknown_account', 'nobody', 1],
        ['unknown_model', 'gpt-9', 1],
      ]);
      expect(found[0]).toMatchObject({
        partners: ['gateway'],
        sources: ['api', 'batch'],
        firstOpenedAt: '2026-11-02T16:00:00Z',
        firstUsageAt: '2026-10-05T04:00:00Z',
        lastUsageAt: '2026-10-06T04:00:00Z',
      });
      expect(await causes('?partner=shop')).toEqual([]);
      expect(await causes('?partner=gateway', 'partner', 'shop')).toEqual([]);
      expect(await causes('', 'partner', 'gateway')).toEqual(found);
    });

    it('is as many as the list of suspense shows of the cause', async () => {
      for (const { reason, detail, records } of await causes()) {
        const query = `?reason=${reason}&detail=${encodeURIComponent(detail)}`;
        const { body } = await market.get<SuspensePageView>(`/v1/suspense${query}`, 'finance');
        expect(body.entries).toHaveLength(records);
      }
    });

    it('is recycled by its cause, and leaves the others', async () => {
      await openAccount(market.engine, 'carol', ['base'], START);
      const recycle = (body: object) => market.post('/v1/suspense/causes/recycle', body, 'operations');
      const cause = { reason: 'unknown_account', detail: 'carol' };
      expect((await recycle({ ...cause, partner: 'shop' })).body).toEqual({ charged: 0, stillOpen: 0 });
      expect((await recycle(cause)).body).toEqual({ charged: 2, stillOpen: 0 });
      expect((await recycle(cause)).body).toEqual({ charged: 0, stillOpen: 0 });
      expect((await causes()).map(({ detail }) => detail)).toEqual(['nobody', 'gpt-9']);
      expect((await recycle({ reason: 'unknown_model' })).status).toBe(400);
    });
  });
});
