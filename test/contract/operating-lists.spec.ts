import fc from 'fast-check';
import type { HttpMarket } from '../support/http-market';
import { IN_THE_END, openOperatedMarket } from '../support/operated-market';
import { WalkedList, type ListRow } from '../support/walk-list';

const both = (...names: string[]): string[] => names.flatMap((name) => [name, `-${name}`]);
const named =
  (...members: string[]) =>
  (row: ListRow): string =>
    members.map((member) => String(row[member])).join(' ');
const version = named('kind', 'code', 'version');

/** Where a list is, what its rows are called and known by, how many there are, and by what it is sorted. */
const LISTS: readonly (readonly [string, string, (row: ListRow) => string, number, string[]])[] = [
  ['drafts', 'drafts', named('id'), 6, both('createdAt', 'changedAt', 'effectiveFrom')],
  ['catalogue', 'versions', version, 13, both('code', 'version', 'effectiveFrom', 'createdAt')],
  ['catalogue/plan', 'documents', version, 5, both('code', 'version', 'effectiveFrom', 'createdAt')],
  ['catalogue/contract/gateway/versions', 'documents', version, 2, both('version', 'effectiveFrom')],
  ['models', 'models', named('code'), 4, both('code', 'vendor', 'createdAt')],
  ['campaign-pools', 'pools', named('code'), 3, both('code', 'startsAt', 'endsAt', 'leftTokens')],
  ['jobs', 'jobs', named('id'), 6, both('id', 'requestedAt', 'finishedAt')],
  ['suspense', 'entries', named('key'), 7, both('openedAt', 'at', 'account')],
  ['price-notices', 'notices', named('id'), 2, both('announcedAt', 'effectiveFrom')],
  ['orders/imports', 'imports', named('id'), 2, both('requestedAt', 'rows')],
  ['orders/imports/2', 'orders', named('line'), 4, both('line', 'account', 'startsAt')],
  ['settlement-runs', 'runs', named('id'), 3, both('createdAt', 'month')],
  ['statements', 'statements', named('runId', 'party', 'currency'), 6, both('party', 'month', 'payable')],
  ['statements/3/operator/lines', 'lines', named('line'), 2, both('line', 'share')],
];

describe('the lists of those who run the market', () => {
  let market: HttpMarket;
  const list = (path: string): WalkedList => {
    const [, member] = LISTS.find(([one]) => one === path) as (typeof LISTS)[number];
    return new WalkedList(market, `/v1/${path}`, member);
  };

  beforeAll(async () => {
    market = await openOperatedMarket();
  });
  afterAll(async () => {
    expect(await market.engine.violations()).toEqual([]);
    await market.close();
  });

  it.each(LISTS)(
    '%s: walking all pages in any order gives every row once',
    async (path, _, id, count, sorts) => {
      const all = (await list(path).walk('limit=1000')).map(id);
      expect([all.length, new Set(all).size]).toEqual([count, count]);
      const length = fc.integer({ min: 1, max: count + 1 });
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...sorts), length, async (sort, limit) => {
          const walked = (await list(path).walk(`sort=${sort}&limit=${limit}`)).map(id);
          expect([...walked].sort()).toEqual([...all].sort());
          const opposite = sort.startsWith('-') ? sort.slice(1) : `-${sort}`;
          expect((await list(path).walk(`sort=${opposite}&limit=1000`)).map(id).reverse()).toEqual(walked);
        }),
        { numRuns: 8 },
      );
    },
  );

  it.each([
    ['drafts', 'state=approved', 'code', ['monthly', 'retail']],
    [
      'drafts',
      'author=wang&sort=effectiveFrom',
      'effectiveFrom',
      ['2026-12-02T16:00:00Z', '2026-12-04T16:00:00Z'],
    ],
    [
      'drafts',
      'kind=contract&code=gateway&effectiveUntil=2026-12-03T00:00:00Z&sort=createdAt',
      'author',
      ['mei', 'wang'],
    ],
    ['drafts', 'effectiveFrom=2026-12-04T16:00:00Z&sort=effectiveFrom', 'author', ['wang', 'mei']],
    ['catalogue', 'kind=price_book&sort=version', 'version', [1, 2]],
    [
      'catalogue',
      'code=gateway&sort=-version',
      'effectiveFrom',
      ['2026-11-30T16:00:00Z', '2025-12-31T16:00:00Z'],
    ],
    ['catalogue', 'effectiveFrom=2026-11-01T00:00:00Z&sort=code', 'code', ['gateway', 'monthly', 'retail']],
    [
      'catalogue/plan',
      'sort=-code&effectiveUntil=2026-11-01T00:00:00Z',
      'code',
      ['trial', 'pooled', 'pack', 'monthly', 'base'],
    ],
    ['catalogue/plan', 'at=2026-12-06T00:00:00%2B08:00&code=monthly', 'version', [2]],
    ['catalogue/contract/gateway/versions', 'effectiveUntil=2026-11-01T00:00:00Z', 'version', [1]],
    ['models', 'vendor=kimi', 'code', ['kimi-k2', 'kimi_1']],
    ['models', 'text=glm-5', 'code', ['GLM-5-air', 'glm-5']],
    ['models', 'text=%25', 'code', []],
    ['campaign-pools', 'dry=true', 'code', ['spring']],
    ['campaign-pools', 'dry=false&sort=-leftTokens', 'code', ['summer', 'autumn']],
    ['campaign-pools', 'runningAt=2026-10-31T15:59:59Z', 'code', ['spring', 'summer']],
    ['campaign-pools', 'runningAt=2026-10-31T16:00:00Z', 'code', ['autumn', 'spring']],
    ['jobs', 'kind=expiry', 'requestedBy', ['operations', 'operations']],
    ['jobs', 'requestedBy=admin', 'kind', ['renewal', 'renewal']],
    ['jobs', 'state=failed', 'id', []],
    [
      'jobs',
      `requestedFrom=${encodeURIComponent(IN_THE_END)}&sort=id`,
      'kind',
      ['renewal', 'expiry', 'renewal', 'expiry'],
    ],
    ['suspense', 'account=c0', 'id', ['s0', 's3']],
    ['suspense', 'reason=unknown_account&limit=2&sort=-at', 'id', ['n1', 'n0', 's4', 's3', 's2', 's1', 's0']],
    ['suspense', 'partner=gateway&from=2026-10-05T05:00:00Z&until=2026-10-05T07:00:00Z', 'id', ['s1', 's2']],
    ['suspense', 'openedFrom=2026-10-11T00:00:00Z', 'id', ['n0', 'n1']],
    ['price-notices', 'effectiveUntil=2026-12-01T00:00:00Z', 'code', ['retail']],
    ['price-notices', 'sort=-effectiveFrom', 'code', ['monthly', 'retail']],
    ['orders/imports', 'preview=true', 'rows', [1]],
    ['orders/imports', 'requestedBy=maker&sort=-rows', 'rows', [4, 1]],
    ['orders/imports/2', 'account=alice&sort=-line', 'orderId', ['o-4', 'o-1']],
    ['orders/imports/2', 'plan=trial', 'orderId', ['o-4']],
    ['orders/imports/2', 'outcome=refused&sort=-account', 'orderId', ['o-2', 'o-3']],
    ['settlement-runs', 'state=superseded', 'version', [1]],
    ['settlement-runs', 'createdBy=finance&month=2026-11', 'version', [1]],
    ['statements', 'party=zhipu&sort=-month', 'month', ['2026-11', '2026-10']],
    ['statements', 'state=superseded&party=zhipu', 'version', [1]],
    ['statements', 'month=2026-10&currency=USD', 'party', []],
    ['statements', 'runId=3&sort=payable&party=zhipu', 'state', ['calculated']],
    ['statements/3/operator/lines', 'plan=base', 'plan', ['base']],
  ])('%s?%s', async (path, query, member, expected) => {
    const found = (await list(path).walk(query)).map((row) => row[member]);
    expect(found).toEqual(expected);
  });

  it.each(LISTS)(
    '%s refuses what it is not sorted by, and a cursor of another order',
    async (path, _, __, ___, sorts) => {
      for (const query of ['sort=body', 'sort=code;DROP', 'after=x', 'limit=0', 'colour=red', 'before=1'])
        expect([query, await list(path).status(query)]).toEqual([query, 400]);
      const { next } = await list(path).page(`limit=1&sort=${sorts[0]}`);
      expect(await list(path).status(`sort=${sorts[1]}&after=${next}`)).toBe(400);
      expect((await market.send(`/v1/${path}`)).status).toBe(401);
    },
  );

  it('of what waits is a partner’s own for a partner, whatever it asks', async () => {
    const entries = async (query: string) =>
      (await market.get<{ entries: ListRow[] }>(`/v1/suspense?${query}`, 'partner', 'shop')).body.entries;
    expect(await entries('partner=gateway')).toEqual([]);
    expect(await entries('')).toEqual([]);
  });
});
