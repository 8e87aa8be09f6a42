import { IntakeUsage, ListSuspense, RecycleSuspense, type UsageOutcome } from '@ciyuan/modules/charging';
import { asOwner } from '../support/as-owner';
import { Engine } from '../support/engine';
import { openAccount, openMarket, publish, usage } from '../support/market';
import { storedBooks } from '../support/stored-books';

const START = '2026-10-01T00:00:00+08:00';
const AT = '2026-10-05T12:00:00+08:00';
const PLAN = {
  code: 'dear',
  role: 'base',
  name: 'Dear',
  currency: 'CNY',
  price: '0',
  vatRate: '0.06',
  cycleAnchor: 'calendar',
  firstPeriod: { mode: 'full', denominator: 'actual', allowanceRounding: 'down' },
  exhaustion: 'payg',
  coefficients: 'at_issue',
  latenessHours: 72,
  priceBook: 'dear',
};
/** As dear as a decimal can be written: a thousand of it are more yuan than a row can hold. */
const BOOK = {
  code: 'dear',
  zone: 'Asia/Shanghai',
  currency: 'CNY',
  entries: [
    { model: '*', class: 'requests', price: '9'.repeat(26), effectiveFrom: '2026-01-01T00:00:00+08:00' },
  ],
  multipliers: [],
  tiers: [],
};

let engine: Engine;
const post = (...records: object[]): Promise<UsageOutcome[]> =>
  engine.get(IntakeUsage).run('gateway', records as never);
const calls = (prefix: string, count: number): ReturnType<typeof usage>[] =>
  Array.from({ length: count }, (_, index) => usage(`${prefix}${index}`, 'alice', AT, { input: 10 + index }));
const statuses = (outcomes: readonly UsageOutcome[]): string =>
  outcomes.map((one) => (one.status === 'accepted' ? '.' : one.status)).join('');

beforeEach(async () => {
  engine = await Engine.start(START);
  await openMarket(engine);
  await publish(engine, 'price_book', BOOK);
  await publish(engine, 'plan', PLAN);
  await openAccount(engine, 'alice', ['base', 'monthly'], START);
  await openAccount(engine, 'dora', ['dear'], START);
  engine.clock.moveTo(Date.parse('2026-10-20T00:00:00+08:00'));
});

afterEach(() => engine.stop());

describe('a record that the database cannot store', () => {
  it('goes to suspense, and all others of its batch are charged in their order', async () => {
    const dear = usage('dear', 'dora', AT, { requests: 1_000 });
    const outcomes = await post(...calls('a', 6), dear, ...calls('b', 6));
    expect(statuses(outcomes)).toBe('......suspense......');
    expect(outcomes[6]).toEqual({
      status: 'suspense',
      suspense: { reason: 'data_error', detail: 'SQLSTATE 22003' },
    });
    const sequences = outcomes.flatMap((one) => (one.status === 'accepted' ? [one.charge.sequence] : []));
    expect(sequences).toEqual(Array.from({ length: 12 }, (_, index) => (sequences[0] as number) + index));
    expect(await post(dear)).toEqual([
      { status: 'duplicate', first: { reason: 'data_error', detail: 'SQLSTATE 22003' } },
    ]);
    expect(await engine.violations()).toEqual([]);
  });

  it('is found wherever it stands, and so are several', async () => {
    await asOwner(engine, `ALTER TABLE ciyuan.usage_record ADD CONSTRAINT no_bad CHECK (record_id !~ '^x')`);
    const records = [
      ...calls('x', 1),
      ...calls('a', 8),
      ...calls('x1', 2),
      ...calls('b', 9),
      ...calls('x2', 1),
    ];
    const outcomes = await post(...records);
    const expected = records.map(({ id }) => ((id as string).startsWith('x') ? 'suspense' : '.')).join('');
    expect(statuses(outcomes)).toBe(expected);
    expect(outcomes[0]).toMatchObject({ suspense: { reason: 'data_error', detail: 'SQLSTATE 23514' } });
    const { charges, suspense } = await storedBooks(engine);
    expect([charges?.length, suspense?.length]).toEqual([17, 4]);
    expect(await engine.violations()).toEqual([]);
  });

  it('can be recycled once it can be stored, and until then holds up nothing that is recycled with it', async () => {
    await asOwner(engine, `ALTER TABLE ciyuan.usage_record ADD CONSTRAINT no_bad CHECK (record_id !~ '^x')`);
    await post(...calls('x', 2), usage('late', 'later', AT, { input: 5 }));
    await openAccount(engine, 'later', ['base'], START);
    const open = async (): Promise<string[]> =>
      (await engine.get(ListSuspense).run({ sort: 'openedAt', limit: 10 })).items.map((one) => one.key);
    expect(await engine.get(RecycleSuspense).run(await open())).toEqual({ charged: 1, stillOpen: 2 });
    expect(await engine.violations()).toEqual([]);
    await asOwner(engine, 'ALTER TABLE ciyuan.usage_record DROP CONSTRAINT no_bad');
    expect(await engine.get(RecycleSuspense).run(await open())).toEqual({ charged: 2, stillOpen: 0 });
    expect(await engine.violations()).toEqual([]);
  });
});

describe('a transaction that the database gives up', () => {
  /** Fails the first inserts of usage, as often as it says; the sequence remembers over the roll-back. */
  const failing = (code: string, times: number): Promise<unknown[]> =>
    asOwner(
      engine,
      'CREATE SEQUENCE ciyuan.attempt',
      `CREATE FUNCTION ciyuan.fail_first() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN
         IF nextval('ciyuan.attempt') <= ${times} THEN RAISE EXCEPTION 'try again' USING ERRCODE = '${code}'; END IF;
         RETURN NULL;
       END $$`,
      `CREATE TRIGGER fail_first AFTER INSERT ON ciyuan.usage_record
         FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.fail_first()`,
    );

  it.each([['40P01'], ['40001'], ['XX000']])(
    'by %s is done again as a whole, and charges once',
    async (code) => {
      await failing(code, 2);
      expect(statuses(await post(...calls('a', 5)))).toBe('.....');
      expect(await asOwner(engine, 'SELECT last_value::int AS attempts FROM ciyuan.attempt')).toEqual([
        { attempts: 3 },
      ]);
      expect((await storedBooks(engine))['charges']).toHaveLength(5);
      expect(await engine.violations()).toEqual([]);
    },
  );

  it('again and again is given up, and leaves no trace', async () => {
    await failing('40P01', 1_000);
    const before = await storedBooks(engine);
    await expect(post(...calls('a', 2))).rejects.toThrow('try again');
    expect(await storedBooks(engine)).toEqual(before);
  });

  it('for another reason is not done again', async () => {
    await failing('57014', 1);
    await expect(post(...calls('a', 2))).rejects.toThrow('try again');
    expect(statuses(await post(...calls('a', 2)))).toBe('..');
    expect(await engine.violations()).toEqual([]);
  });
});
