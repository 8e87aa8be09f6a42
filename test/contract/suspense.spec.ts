import { HttpMarket } from '../support/http-market';
import { openAccount, publish, usage } from '../support/market';
import type { SuspensePageView } from '../../apps/charging/src/suspense/suspense.dto';
import type { UsageResults } from '../../apps/charging/src/usage/usage.dto';

const START = '2026-10-01T00:00:00+08:00';
const AT = '2026-10-05T12:00:00+08:00';
const DAY_MS = 86_400_000;
const ENTRIES = 23;

describe('records in suspense', () => {
  let market: HttpMarket;
  const list = (query: string, role: 'finance' | 'partner' = 'finance', subject?: string) =>
    market.get<SuspensePageView>(`/v1/suspense${query}`, role, subject);
  const recycle = (keys: readonly string[]) =>
    market.post<{ charged: number; stillOpen: number }>('/v1/suspense/recycle', { keys }, 'operations');

  beforeAll(async () => {
    market = await HttpMarket.open(START);
    await publish(market.engine, 'contract', {
      partner: 'shop',
      lateWindowDays: 100,
      serves: [{ vendor: 'zhipu', computeOwner: 'tianyi' }],
    });
    const records = Array.from({ length: ENTRIES }, (_, index) =>
      usage(`s${index}`, `c${index % 3}`, AT, { input: 7 }),
    );
    market.engine.clock.moveTo(Date.parse('2026-10-10T00:00:00+08:00'));
    await market.report(...records.slice(0, 12));
    market.engine.clock.moveBy(DAY_MS);
    await market.report(...records.slice(12));
    await market.post('/v1/usage', { records: [usage('s1', 'c0', AT, { input: 7 })] }, 'partner', 'shop');
  });

  afterAll(() => market.close());

  it('are listed page by page, oldest first, none lost and none twice', async () => {
    const seen: string[] = [];
    let pages = 0;
    for (let after = ''; ; pages += 1) {
      const { body } = await list(`?limit=5${after}`, 'partner', 'gateway');
      seen.push(...body.entries.map((entry) => `${entry.openedAt} ${entry.key}`));
      if (body.next === null) break;
      after = `&after=${encodeURIComponent(body.next)}`;
    }
    expect(pages).toBe(Math.floor(ENTRIES / 5));
    expect(new Set(seen).size).toBe(ENTRIES);
    expect(seen).toEqual([...seen].sort());
  });

  it('are a partner’s own for a partner, and everybody’s for staff', async () => {
    const mine = (await list('', 'partner', 'shop')).body.entries;
    expect(mine.map(({ partner, id }) => [partner, id])).toEqual([['shop', 's1']]);
    expect((await list('', 'partner', 'gateway')).body.entries).toHaveLength(ENTRIES);
    expect((await list('', 'partner', 'nobody')).body).toEqual({ entries: [], next: null });
    expect((await list('')).body.entries).toHaveLength(ENTRIES + 1);
  });

  it('cannot be read past a partner’s own by a cursor of somebody else’s list', async () => {
    const { body } = await list('?limit=1');
    const past = await list(`?after=${encodeURIComponent(body.next as string)}`, 'partner', 'shop');
    expect(past.body.entries.every(({ partner }) => partner === 'shop')).toBe(true);
  });

  it('show what was received, and why it waits', async () => {
    const [entry] = (await list('?limit=1')).body.entries;
    expect(entry).toEqual({
      key: 'gateway api s0',
      partner: 'gateway',
      source: 'api',
      id: 's0',
      account: 'c0',
      at: '2026-10-05T04:00:00Z',
      reason: 'unknown_account',
      detail: 'c0',
      openedAt: '2026-10-09T16:00:00Z',
      record: usage('s0', 'c0', AT, { input: 7 }),
    });
    expect((await list('?reason=unpriced')).body.entries).toEqual([]);
  });

  it('are recycled by key, charged once, and then a duplicate of what was charged', async () => {
    await openAccount(market.engine, 'c0', ['base'], START);
    const keys = ['gateway api s0', 'gateway api s3', 'gateway api s1', 'gateway api s0', 'no such key'];
    expect((await recycle(keys)).body).toEqual({ charged: 2, stillOpen: 1 });
    expect((await recycle(keys)).body).toEqual({ charged: 0, stillOpen: 1 });
    const again = await market.report<UsageResults>(
      usage('s3', 'c0', AT, { input: 7 }),
      usage('s1', 'c1', AT, { input: 8 }),
    );
    expect(again.body.results).toMatchObject([
      { status: 'duplicate', charge: { usageYuan: '0.000014' } },
      { status: 'conflict', fields: ['tokens.input'] },
    ]);
    expect((await list('', 'partner', 'gateway')).body.entries).toHaveLength(ENTRIES - 2);
    expect(await market.engine.violations()).toEqual([]);
  });

  it('are charged once by two who recycle at the same time', async () => {
    await openAccount(market.engine, 'c1', ['base'], START);
    const keys = (await list('', 'partner', 'gateway')).body.entries.map((entry) => entry.key);
    const both = await Promise.all([recycle(keys), recycle(keys)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    const left = (await list('', 'partner', 'gateway')).body.entries;
    expect(new Set(left.map((entry) => entry.account))).toEqual(new Set(['c2']));
    expect(both[0].body.charged + both[1].body.charged).toBe(keys.length - left.length);
    expect(await market.engine.violations()).toEqual([]);
  });

  it.each([[[]], [['']], [Array.from({ length: 1_001 }, (_, index) => `k${index}`)], ['gateway api s1']])(
    'are not recycled by %j',
    async (keys) => {
      const answer = await market.post('/v1/suspense/recycle', { keys }, 'operations');
      expect([answer.status, answer.type]).toEqual([400, 'application/problem+json']);
    },
  );
});
