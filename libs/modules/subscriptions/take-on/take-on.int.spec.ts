import { deletionIsSeen, unseenChanges } from '../../../../test/support/every-column';
import { FOLLOWING } from '../../../../test/support/verified-market';
import { Engine } from '../../../../test/support/engine';
import { openMarket, publish } from '../../../../test/support/market';
import { SeededMarket } from '../../../../test/support/seeded-market';
import { takeOnFiles } from '../../../../test/support/take-on-books';
import { Tampering } from '../../../../test/support/tampering';
import { OrderPlan } from '../order-plan';
import { RenewDue } from '../renew-due';
import { TakeOnAccounts } from './take-on-accounts';
import { TakeOnChunk } from './take-on-chunk';
import type { TakeOnFile } from './take-on-files';

const NOW = '2026-11-10T12:00:00+08:00';
const BEFORE = '2026-10-31T00:00:00+08:00';
const BOUNDARY = '2026-11-30T00:00:00+08:00';
const DOCUMENT = '11010519491231002X';
const IDENTITY = 'ab'.repeat(32);

const PACK = {
  code: 'pack',
  role: 'pack',
  name: 'Pack 400k',
  price: '1.00',
  currency: 'CNY',
  vatRate: '0.06',
  cycleAnchor: 'calendar',
  firstPeriod: { mode: 'full', denominator: 'actual', allowanceRounding: 'down' },
  exhaustion: 'payg',
  coefficients: 'at_issue',
  latenessHours: 72,
  validityDays: 30,
  allowance: { tokens: 400_000, models: ['*'], source: 'pack' },
};

type Tables = Record<TakeOnFile, string>;

const BOOKS: Tables = {
  customers: `
    C-1 | person | 林小明 | CN-SH | | ${DOCUMENT} |
    C-2 | organisation | Works | CN-SH | 913100007777777777 | |`,
  accounts: `
    one | C-1 | One | consumer |
    two | C-2 | Two | consumer |`,
  subscriptions: `
    one | S-1 | base | ${BEFORE} | ${BEFORE} | | ${NOW} |
    one | S-2 | following | ${BEFORE} | ${BEFORE} | 31 | ${BOUNDARY} | shop
    two | S-1 | pack | ${BEFORE} | ${BEFORE} | | |`,
  grants: `
    one | G-1 | S-2 | 20000 | 5000 | 30.00 | 28.30 | 22.50 | 21.225 | ${BEFORE} | ${BOUNDARY}
    two | G-1 | S-1 | 400000 | 1 | 1.00 | 0.94 | 0.999997500001 | 0.9399 | ${BEFORE} |`,
  control: `
    customers | rows | 2
    accounts | rows | 2
    subscriptions | rows | 3
    grants | rows | 2
    grants | tokensLeft | 414999
    grants | restGross | 23.499997500001
    grants | restNet | 22.1649`,
};

const EMPTY: Tables = {
  customers: '',
  accounts: '',
  subscriptions: '',
  grants: '',
  control: `
    customers | rows | 0
    accounts | rows | 0
    subscriptions | rows | 0
    grants | rows | 0
    grants | tokensLeft | 0
    grants | restGross | 0
    grants | restNet | 0`,
};

describe('a take-on', () => {
  let engine: Engine;
  let market: SeededMarket;

  beforeEach(async () => {
    engine = await Engine.start(NOW);
    await openMarket(engine);
    await publish(engine, 'plan', FOLLOWING);
    market = await SeededMarket.at(engine.urls, NOW);
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    expect(await market.violations()).toEqual([]);
    await market.engine.stop();
    await engine.stop();
  });

  const answer = (tables: Tables, apply = true) =>
    engine
      .get(TakeOnAccounts)
      .run({ files: takeOnFiles(tables), identityOf: () => IDENTITY, apply, by: 'mei' });
  async function faults(tables: Tables, apply = false): Promise<string[]> {
    const found = await answer(tables, apply);
    expect(JSON.stringify(found)).not.toMatch(new RegExp(`${DOCUMENT}|林|${IDENTITY}`));
    return found.ok ? [] : found.refusal.map(({ path, code }) => `${path} ${code}`);
  }
  const count = async (table: string): Promise<number> =>
    (await engine.rows(`SELECT 1 FROM ciyuan.${table}`)).length;
  /** `with` other lines of one file; totals of rows are not what is asked here. */
  const books = (file: TakeOnFile, from: string, to: string): Tables => ({
    ...BOOKS,
    [file]: BOOKS[file].replace(from, to),
  });

  it('goes on with the next cycle, on the day that it was; the running one is a grant of its rest', async () => {
    expect(await answer(BOOKS)).toMatchObject({
      ok: true,
      value: { matches: true, chunks: 1, chunksNow: 1 },
    });
    const [taken] = await engine.rows(
      "SELECT anchor_day, next_cycle, next_cycle_at, starts_at, channel FROM ciyuan.subscription WHERE plan_code = 'following'",
    );
    const boundary = new Date(BOUNDARY);
    const going = { anchor_day: 31, next_cycle: 1, next_cycle_at: boundary, starts_at: boundary };
    expect(taken).toEqual({ ...going, channel: 'shop' });
    engine.clock.moveTo(Date.parse('2027-01-31T00:00:00+08:00'));
    market.moveTo('2027-01-31T00:00:00+08:00');
    await engine.get(RenewDue).run(engine.clock.now());
    const cycles = await engine.rows<{ cycle: number; at: Date }>(
      'SELECT cycle, effective_at AS at FROM ciyuan.grant_bucket WHERE account_id = 1 ORDER BY cycle',
    );
    const dayOf = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
    expect(cycles.map(({ cycle, at }) => `${cycle} ${dayOf(at)}`)).toEqual([
      '0 2026-10-31',
      '1 2026-11-30',
      '2 2026-12-31',
      '3 2027-01-31',
    ]);
  });

  it('may be of nothing', async () => {
    expect(await answer(EMPTY)).toMatchObject({ ok: true, value: { matches: true, chunks: 0 } });
  });

  it('stores no document, and says none', async () => {
    await answer(BOOKS);
    const rows = await engine.rows('SELECT to_jsonb(c)::text AS row FROM ciyuan.customer AS c');
    expect(JSON.stringify(rows)).not.toContain(DOCUMENT);
    const [run] = await engine.rows('SELECT to_jsonb(r)::text AS row FROM ciyuan.take_on_run AS r');
    expect(JSON.stringify(run)).not.toMatch(/林|Works|C-1/);
  });

  it('is done once by two that begin at the same time', async () => {
    const answers = await Promise.all([answer(BOOKS), answer(BOOKS), answer(BOOKS)]);
    const now = answers.map((one) => (one.ok ? one.value.chunksNow : -1)).sort();
    expect(now).toEqual([0, 0, 1]);
    expect([await count('account'), await count('grant_bucket')]).toEqual([2, 2]);
  });

  it('leaves nothing of a chunk that breaks off, and goes on with it', async () => {
    const chunk = engine.get(TakeOnChunk);
    const run = chunk.run.bind(chunk);
    jest.spyOn(chunk, 'run').mockImplementationOnce(async (...own) => {
      await run(...own);
      throw new Error('killed');
    });
    await expect(answer(BOOKS)).rejects.toThrow('killed');
    expect([await count('take_on_run'), await count('customer'), await count('account')]).toEqual([1, 0, 0]);
    engine.clock.moveTo(Date.parse('2026-12-02T00:00:00+08:00'));
    market.moveTo('2026-12-02T00:00:00+08:00');
    expect(await answer(BOOKS)).toMatchObject({ ok: true, value: { chunksNow: 1, matches: true } });
  });

  it('knows who has had what is given once', async () => {
    await publish(engine, 'plan', { ...FOLLOWING, code: 'once', eligibility: { oncePerCustomer: true } });
    await publish(engine, 'plan', { ...PACK, code: 'pack-once', eligibility: { oncePerCustomer: true } });
    const both = {
      ...BOOKS,
      subscriptions: BOOKS.subscriptions
        .replace('S-2 | following', 'S-2 | once')
        .replace('| pack |', '| pack-once |'),
    };
    expect(await faults(both, true)).toEqual([]);
    const again = (account: string, plan: string) =>
      engine.get(OrderPlan).run({ account, plan, startsAt: Date.parse(NOW) });
    expect(await again('one', 'once')).toMatchObject({ ok: false, refusal: { code: 'taken_before' } });
    expect(await again('two', 'pack-once')).toMatchObject({ ok: false, refusal: { code: 'taken_before' } });
    expect(await again('two', 'once')).toMatchObject({ ok: true });
  });

  it.each<[string, Tables, string[]]>([
    ['a kind of nobody', books('customers', 'person', 'robot'), ['customers.2.kind invalid_value']],
    [
      'an account of nobody',
      books('accounts', 'one | C-1', 'one | C-9'),
      ['accounts.2.customer unknown_customer'],
    ],
    [
      'an account twice',
      books('accounts', 'two |', 'one |'),
      [
        'accounts.3.account twice',
        'subscriptions.4.account unknown_account',
        'grants.3.account unknown_account',
      ],
    ],
    [
      'a grant of no subscription',
      books('grants', 'S-2', 'S-9'),
      ['grants.2.subscription unknown_subscription'],
    ],
    ['more used than there was', books('grants', '| 5000 |', '| 20001 |'), ['control.6.total another_total']],
    ['a total that is not so', books('control', '414999', '414998'), ['control.6.total another_total']],
    [
      'a total that is missing',
      books('control', 'grants | restNet', 'grants | priceNet'),
      ['control.8.total another_total', 'control missing_total'],
    ],
    [
      'a measure of its own',
      books('control', 'grants | restNet', 'grants | colour'),
      ['control.8.measure unknown_measure', 'control missing_total'],
    ],
    [
      'more left than was paid',
      books('grants', '| 30.00 | 28.30 |', '| 20.00 | 18.87 |'),
      ['grants.2.restGross above_price', 'grants.2.restNet above_price'],
    ],
    [
      'a net above its gross',
      books('grants', '| 30.00 | 28.30 |', '| 28.30 | 30.00 |'),
      ['grants.2.priceNet net_above_gross'],
    ],
    [
      'a plan that is unknown',
      books('subscriptions', 'S-2 | following', 'S-2 | unheard'),
      ['subscriptions.3.plan unknown_plan'],
    ],
    [
      'a channel that is unknown',
      books('subscriptions', '| shop', '| nowhere'),
      ['subscriptions.3.channel unknown_channel'],
    ],
    [
      'another boundary',
      books('subscriptions', `31 | ${BOUNDARY}`, `30 | 2026-12-30T00:00:00+08:00`),
      ['subscriptions.3.nextCycleAt not_the_next_boundary'],
    ],
    [
      'a second base tariff',
      books(
        'subscriptions',
        `S-2 | following | ${BEFORE} | ${BEFORE} | 31 | ${BOUNDARY} | shop`,
        `S-2 | base | ${BEFORE} | ${BEFORE} | | ${NOW} |`,
      ),
      ['subscriptions.3.plan second_base_tariff', 'grants.2.subscription grants_nothing'],
    ],
    [
      'a grant that has expired',
      books('grants', `${BEFORE} | ${BOUNDARY}`, `${BEFORE} | ${NOW}`),
      ['grants.2.expiresAt expired'],
    ],
    [
      'a pack that renews',
      books(
        'subscriptions',
        `S-1 | pack | ${BEFORE} | ${BEFORE} | | |`,
        `S-1 | pack | ${BEFORE} | ${BEFORE} | | ${BOUNDARY} |`,
      ),
      ['subscriptions.4.nextCycleAt not_renewed'],
    ],
    [
      'a name of control characters',
      books('customers', '林小明', '林\u0007'),
      ['customers.2.name invalid_format'],
    ],
  ])('is refused with %s, and leaves nothing', async (_what, tables, expected) => {
    expect(await faults(tables, true)).toEqual(expected);
    expect([await count('take_on_run'), await count('customer')]).toEqual([0, 0]);
  });

  it('is refused where customers or accounts are there already', async () => {
    await answer(BOOKS);
    const [file, other] = ['G-1', 'G-7'];
    expect(await faults({ ...BOOKS, grants: BOOKS.grants.replace(file, other) })).toEqual([
      'customers.2.customer known_before',
      'customers.2.identity known_before',
      'customers.3.customer known_before',
      'customers.3.identity known_before',
      'accounts.2.account known_before',
      'accounts.3.account known_before',
    ]);
  });

  it('is held to what was stated: a check sees every column that is changed', async () => {
    await answer(BOOKS);
    const tampering = await Tampering.asSuperuser(engine.urls);
    const unseen: Record<string, readonly string[]> = {};
    for (const [table, where] of [
      ['taken_on_subscription', "old_id = 'S-2'"],
      ['taken_on_grant', 'account_id = 1'],
      ['taken_on_account', 'account_id = 1'],
      ['grant_bucket', 'account_id = 2'],
      ['take_on_chunk', 'chunk = 1'],
      ['take_on_run', 'chunks = 1'],
    ] as const) {
      unseen[table] = await unseenChanges(tampering, table, where);
      expect([table, await deletionIsSeen(tampering, table, where)]).toEqual([table, true]);
    }
    await tampering.end();
    // What nothing else tells of: names and times of elsewhere; a coefficient's version is seen by verifying.
    expect(unseen).toEqual({
      taken_on_subscription: ['began_at'],
      taken_on_grant: ['old_id'],
      taken_on_account: [],
      grant_bucket: ['coefficient_version_id'],
      take_on_chunk: ['applied_at'],
      take_on_run: ['started_by', 'started_at'],
    });
  });
});
