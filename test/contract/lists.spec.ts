import fc from 'fast-check';
import { RegisterCustomer, OpenAccount, VerifyCustomer } from '@ciyuan/modules/parties';
import { ChangeSubscription, OrderPlan } from '@ciyuan/modules/subscriptions';
import { HttpMarket } from '../support/http-market';
import { WalkedList } from '../support/walk-list';

const START = '2026-10-01T00:00:00+08:00';
const NOW = Date.parse(START);
const HOUR = 3_600_000;
/** Bytewise before small letters, and not by any language's rules. */
const CODES = ['a-1', 'B-2', 'a_3', 'Z-4', 'b-5', 'A-6', 'z-7'];

const LISTS = [
  ['customers', ['code', '-code', 'createdAt', '-createdAt']],
  ['accounts', ['code', '-code', 'createdAt', '-createdAt']],
  [
    'subscriptions',
    ['createdAt', '-createdAt', 'startsAt', '-startsAt', 'endsAt', '-endsAt', 'account', '-account'],
  ],
] as const;

describe('lists that are filtered and sorted', () => {
  let market: HttpMarket;

  beforeAll(async () => {
    market = await HttpMarket.open(START);
    const { engine } = market;
    for (const [index, code] of CODES.entries()) {
      // Two at a time of the same instant, so that ties are decided.
      engine.clock.moveTo(NOW + Math.floor(index / 2) * HOUR);
      const region = index % 2 === 0 ? 'CN-SH-PD' : 'CN-BJ';
      const identity = `91310000MA1K0000${index}X`;
      await engine.get(RegisterCustomer).run({ code, name: code, kind: 'organisation', region, identity });
      const segment = index < 3 ? 'consumer' : 'developer';
      await engine.get(OpenAccount).run({ code: `acc-${code}`, name: code, segment, customer: code });
      for (const plan of ['base', 'monthly'])
        await engine.get(OrderPlan).run({ account: `acc-${code}`, plan, startsAt: NOW + (index % 3) * HOUR });
    }
    await engine.get(VerifyCustomer).run({ code: 'a-1', verifiedAt: NOW, by: 'desk' });
    const end = {
      account: 'acc-B-2',
      subscriptionId: 2,
      change: { end: 'period_end' },
      by: 'mei',
      preview: false,
    };
    expect((await engine.get(ChangeSubscription).run(end as never)).ok).toBe(true);
  });
  afterAll(() => market.close());

  const page = (list: string, query: string) => listOf(list).page(query);
  const walk = (list: string, query: string) => listOf(list).walk(query);
  const listOf = (list: string) => new WalkedList(market, `/v1/${list}`, list, 'finance');
  const codes = async (list: string, query: string): Promise<unknown[]> =>
    (await walk(list, query)).map((row) => row['code'] ?? `${String(row['account'])} ${String(row['plan'])}`);

  it.each(LISTS)('%s: walking all pages in any order gives every row once', async (list, sorts) => {
    const all = (await walk(list, 'limit=1000')).map((row) => JSON.stringify(row));
    expect(new Set(all).size).toBe(list === 'subscriptions' ? 14 : 7);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...sorts), fc.integer({ min: 1, max: 15 }), async (sort, limit) => {
        const walked = (await walk(list, `sort=${sort}&limit=${limit}`)).map((row) => JSON.stringify(row));
        expect([...walked].sort()).toEqual([...all].sort());
        const opposite = sort.startsWith('-') ? sort.slice(1) : `-${sort}`;
        const back = (await walk(list, `sort=${opposite}&limit=1000`)).map((row) => JSON.stringify(row));
        expect(back.reverse()).toEqual(walked);
      }),
      { numRuns: 15 },
    );
  });

  it.each([
    ['customers', 'sort=code', ['A-6', 'B-2', 'Z-4', 'a-1', 'a_3', 'b-5', 'z-7']],
    ['customers', 'region=CN-SH&sort=-code', ['z-7', 'b-5', 'a_3', 'a-1']],
    ['customers', 'verified=true', ['a-1']],
    ['customers', 'kind=person', []],
    [
      'customers',
      `createdFrom=2026-10-01T01:00:00%2B08:00&createdUntil=2026-10-01T02:00:00%2B08:00`,
      ['Z-4', 'a_3'],
    ],
    ['accounts', 'segment=consumer', ['acc-a-1', 'acc-B-2', 'acc-a_3']],
    ['accounts', 'region=CN-BJ&sort=code', ['acc-A-6', 'acc-B-2', 'acc-Z-4']],
    ['accounts', 'customer=b-5', ['acc-b-5']],
    ['accounts', 'status=closed', []],
    [
      'subscriptions',
      'plan=monthly&segment=consumer',
      ['acc-a-1 monthly', 'acc-B-2 monthly', 'acc-a_3 monthly'],
    ],
    ['subscriptions', 'status=ending', ['acc-B-2 monthly']],
    ['subscriptions', 'endsBefore=2026-11-02T00:00:00Z&sort=-endsAt', ['acc-B-2 monthly']],
    [
      'subscriptions',
      'plan=monthly&sort=endsAt&limit=1000&segment=consumer',
      ['acc-B-2 monthly', 'acc-a-1 monthly', 'acc-a_3 monthly'],
    ],
    ['subscriptions', 'channel=shop', []],
  ])('%s?%s', async (list, query, expected) => {
    expect(await codes(list, query)).toEqual(expected);
  });

  it.each([
    ['accounts', 'sort=name'],
    ['accounts', 'sort=code;DROP'],
    ['accounts', 'after=x'],
    ['accounts', 'limit=0'],
    ['accounts', 'createdFrom=yesterday'],
    ['customers', 'verified=perhaps'],
    ['subscriptions', 'status=gone'],
    ['subscriptions', 'colour=red'],
  ])('refuses %s?%s', async (list, query) => {
    expect((await market.get(`/v1/${list}?${query}`, 'finance')).status).toBe(400);
  });

  it('refuses a cursor of another order, and whoever is no staff', async () => {
    const { next } = await page('accounts', 'limit=1&sort=code');
    expect((await market.get(`/v1/accounts?sort=-code&after=${next}`, 'finance')).status).toBe(400);
    expect((await market.get('/v1/subscriptions', 'partner')).status).toBe(403);
  });
});
