import { Test, type TestingModule } from '@nestjs/testing';
import { ClockModule, MovableClock } from '@ciyuan/platform/clock';
import { Database, DatabaseModule } from '@ciyuan/platform/database';
import { readCursor } from '@ciyuan/platform/lists';
import { freshDatabase, type FreshDatabase } from '../../../test/support/database';
import { ACCOUNT_ORDER, AccountsStore } from './accounts.store';
import { OpenAccount } from './open-account';
import { PartiesModule } from './parties.module';
import { PartiesStore } from './parties.store';
import { RegisterParty } from './register-party';

const NOW = Date.UTC(2026, 0, 1);
const ZHIPU = { code: 'zhipu', name: 'Zhipu', kinds: ['vendor'], vatRate: '0.060', withholdingRate: '0' };
const ACCOUNT = { code: 'C-1', name: 'One', segment: 'consumer' };

describe('parties and accounts', () => {
  let fresh: FreshDatabase;
  let app: TestingModule;
  let database: Database;

  beforeAll(async () => {
    fresh = await freshDatabase();
    const imports = [
      DatabaseModule.at(fresh.appUrl, 4),
      ClockModule.forRoot(new MovableClock(NOW)),
      PartiesModule,
    ];
    app = await Test.createTestingModule({ imports }).compile();
    database = app.get(Database);
  });
  afterAll(async () => {
    await app.close();
    await fresh.drop();
  });

  const parties = () => database.transaction((tx) => app.get(PartiesStore).list(tx));
  const register = (party: unknown) => app.get(RegisterParty).run(party);
  const open = (account: unknown) => app.get(OpenAccount).run(account);
  const counts = () =>
    database.transaction(async (tx) => {
      const [row] = await tx.rows<{ accounts: number; codes: number; states: number }>(
        `SELECT (SELECT count(*)::int FROM ciyuan.account) AS accounts,
                (SELECT count(*)::int FROM ciyuan.account_code) AS codes,
                (SELECT count(*)::int FROM ciyuan.account_state WHERE next_sequence = 1) AS states`,
      );
      return row;
    });

  it('registers a party once, however often it is said', async () => {
    const stored = { ...ZHIPU, vatRate: '0.06' };
    expect(await register(ZHIPU)).toEqual({ ok: true, value: stored });
    expect(await register({ ...ZHIPU, vatRate: '0.06' })).toEqual({ ok: true, value: stored });
    expect(await parties()).toEqual([stored]);
  });

  it('does not let a party be described in two ways', async () => {
    const faults = [
      { path: 'name', code: 'differs', detail: 'known as "Zhipu"' },
      { path: 'vatRate', code: 'differs', detail: 'known as "0.06"' },
    ];
    const answer = await register({ ...ZHIPU, name: 'Z.ai', vatRate: '0.13' });
    expect(answer).toEqual({ ok: false, refusal: { code: 'code_taken', faults } });
    expect(await parties()).toHaveLength(1);
  });

  it.each([
    ['a code with a slash', { ...ZHIPU, code: 'a/b' }, 'code'],
    ['an unknown kind', { ...ZHIPU, code: 'x', kinds: ['buyer'] }, 'kinds.0'],
    ['no kind', { ...ZHIPU, code: 'x', kinds: [] }, 'kinds'],
    ['a rate as a number', { ...ZHIPU, code: 'x', vatRate: 0.06 }, 'vatRate'],
    ['a rate of 6', { ...ZHIPU, code: 'x', vatRate: '6' }, 'vatRate'],
    ['an unknown member', { ...ZHIPU, code: 'x', colour: 'red' }, 'colour'],
    ['no object', 'zhipu', ''],
  ])('refuses a party with %s', async (_what, party, path) => {
    const answer = await register(party);
    expect(answer.ok ? [] : answer.refusal.faults.map((fault) => fault.path)).toEqual([path]);
    expect(await parties()).toHaveLength(1);
  });

  it('opens an account with its code and its state, once', async () => {
    const first = await open(ACCOUNT);
    const defaults = { zone: 'Asia/Shanghai', anchorDay: 1, currency: 'CNY', customer: null, region: null };
    expect(first).toEqual({
      ok: true,
      value: { id: expect.any(Number) as number, ...ACCOUNT, ...defaults, status: 'active' },
    });
    expect(await open(ACCOUNT)).toEqual(first);
    const other = await open({ ...ACCOUNT, segment: 'developer' });
    expect(other.ok ? [] : [other.refusal.code, ...other.refusal.faults.map((fault) => fault.path)]).toEqual([
      'code_taken',
      'segment',
    ]);
    expect(await counts()).toEqual({ accounts: 1, codes: 1, states: 1 });
  });

  it.each([
    ['day 32', { ...ACCOUNT, code: 'x', anchorDay: 32 }, 'anchorDay'],
    ['an unknown zone', { ...ACCOUNT, code: 'x', zone: 'Mars/Base' }, 'zone'],
    ['no name', { ...ACCOUNT, code: 'x', name: '' }, 'name'],
  ])('refuses an account with %s', async (_what, account, path) => {
    const answer = await open(account);
    expect(answer.ok ? [] : answer.refusal.faults.map((fault) => fault.path)).toEqual([path]);
  });

  it('opens each account of many at once under an id of its own', async () => {
    const codes = Array.from({ length: 12 }, (_, index) => `M-${index % 4}`);
    const opened = await Promise.all(codes.map((code) => open({ ...ACCOUNT, code })));
    const ids = new Set(opened.map((one) => (one.ok ? one.value.id : 0)));
    expect(ids.size).toBe(4);
    expect(ids.has(0)).toBe(false);
    expect(await counts()).toEqual({ accounts: 5, codes: 5, states: 5 });
  });

  it('finds ids by code, unknown ones aside, without asking twice', async () => {
    const store = app.get(AccountsStore);
    const [known, asked] = await database.transaction(async (tx) => {
      const rows = jest.spyOn(tx, 'rows');
      const ids = await store.idsByCode(tx, ['M-0', 'C-1', 'M-0', 'nobody']);
      expect(await store.idsByCode(tx, ['C-1', 'M-0'])).toEqual(ids);
      return [ids, rows.mock.calls.length];
    });
    const account = await database.transaction((tx) => store.byCode(tx, 'C-1'));
    expect([...known.keys()].sort()).toEqual(['C-1', 'M-0']);
    expect(known.get('C-1')).toBe(account?.id);
    expect(asked).toBe(1);
    expect(await database.transaction((tx) => store.byCode(tx, 'nobody'))).toBeUndefined();
  });

  it('lists accounts page by page', async () => {
    const store = app.get(AccountsStore);
    const page = (after?: readonly string[]) =>
      database.transaction((tx) =>
        store.list(tx, { sort: 'createdAt', limit: 2, ...(after !== undefined && { after }) }),
      );
    const seen: string[] = [];
    for (let part = await page(); ; ) {
      seen.push(...part.items.map((account) => account.code));
      if (part.next === null) break;
      part = await page(readCursor(ACCOUNT_ORDER, 'createdAt', part.next));
    }
    expect(seen.sort()).toEqual(['C-1', 'M-0', 'M-1', 'M-2', 'M-3']);
  });
});
