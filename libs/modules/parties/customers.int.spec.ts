import { Test, type TestingModule } from '@nestjs/testing';
import { ClockModule, MovableClock } from '@ciyuan/platform/clock';
import { Database, DatabaseModule } from '@ciyuan/platform/database';
import { readCursor } from '@ciyuan/platform/lists';
import { freshDatabase, type FreshDatabase } from '../../../test/support/database';
import { AssignCustomer } from './assign-customer';
import { ChangeAccountStatus } from './change-account-status';
import { CUSTOMER_ORDER } from './customers.store';
import { ListCustomers } from './list-customers';
import { DEEPEST_TREE, MoveCustomer } from './move-customer';
import { OpenAccount } from './open-account';
import { PartiesModule } from './parties.module';
import { RegisterCustomer } from './register-customer';
import { VerifyCustomer } from './verify-customer';

const NOW = Date.UTC(2026, 0, 1);
const PERSON = { code: 'P-1', kind: 'person', name: '林', region: 'CN-SH', identity: 'ab'.repeat(32) };
const FIRM = {
  code: 'F-1',
  kind: 'organisation',
  name: 'Firm',
  region: 'CN-BJ',
  identity: '91310000MA1K00001X',
};

type Answer =
  | { ok: true; value: unknown }
  | { ok: false; refusal: { code: string; faults?: readonly unknown[] } };
const codeOf = (answer: Answer): string => (answer.ok ? 'ok' : answer.refusal.code);

describe('customers', () => {
  let fresh: FreshDatabase;
  let app: TestingModule;
  const register = (customer: object) => app.get(RegisterCustomer).run(customer);
  const move = (code: string, parent: string | null) => app.get(MoveCustomer).run({ code, parent });
  const firm = (code: string) => register({ ...FIRM, code, identity: `FIRM${code.replace('-', '')}00` });
  const rows = (sql: string) => app.get(Database).transaction((tx) => tx.rows(sql, []));

  beforeAll(async () => {
    fresh = await freshDatabase();
    const clock = ClockModule.forRoot(new MovableClock(NOW));
    const imports = [DatabaseModule.at(fresh.appUrl, 8), clock, PartiesModule];
    app = await Test.createTestingModule({ imports }).compile();
  });
  afterAll(async () => {
    await app.close();
    await fresh.drop();
  });

  it('are registered once, however often it is said', async () => {
    const stored = { ...PERSON, parent: null, verifiedAt: null };
    expect(await register(PERSON)).toEqual({ ok: true, value: stored });
    expect(await register(PERSON)).toEqual({ ok: true, value: stored });
    expect(codeOf(await register(FIRM))).toBe('ok');
  });

  it('are not described in two ways, and no fault repeats an identity', async () => {
    const answer = await register({ ...PERSON, name: '王', identity: 'cd'.repeat(32) });
    const faults = [
      { path: 'name', code: 'differs', detail: 'known as "林"' },
      { path: 'identity', code: 'differs', detail: 'known by another identity' },
    ];
    expect(answer).toEqual({ ok: false, refusal: { code: 'code_taken', faults } });
  });

  it('are one for each identity, even when many come at once', async () => {
    const identity = 'ef'.repeat(32);
    const codes = Array.from({ length: 6 }, (_, index) => `twin-${index}`);
    const answers = await Promise.all(codes.map((code) => register({ ...PERSON, code, identity })));
    expect(answers.map(codeOf).sort()).toEqual([...Array<string>(5).fill('identity_taken'), 'ok']);
    expect(await rows(`SELECT code FROM ciyuan.customer WHERE identity = '${identity}'`)).toHaveLength(1);
  });

  it.each([
    ['a document number for a digest', { ...PERSON, identity: '11010519491231002X' }, 'identity'],
    ['a digest for a registration number', { ...FIRM, identity: 'ab'.repeat(32) }, 'identity'],
    ['a region in words', { ...PERSON, region: 'Shanghai' }, 'region'],
    ['an unknown kind', { ...PERSON, kind: 'robot' }, 'kind'],
  ])('are refused with %s', async (_what, customer, path) => {
    const answer = await register({ ...customer, code: 'odd' });
    expect(answer.ok ? [] : answer.refusal.faults.map((fault) => fault.path)).toEqual([path]);
  });

  it('cannot be stored with the number itself, whoever writes', async () => {
    const insert = `INSERT INTO ciyuan.customer (code, kind, name, identity, region, created_at)
      VALUES ('odd', 'person', 'x', '11010519491231002X', 'CN-SH', now())`;
    await expect(rows(insert)).rejects.toMatchObject({ code: '23514' });
    await expect(rows('UPDATE ciyuan.customer SET identity = code')).rejects.toMatchObject({ code: '42501' });
    await expect(rows('DELETE FROM ciyuan.customer')).rejects.toMatchObject({ code: '42501' });
  });

  it('are verified once: the first finding stands', async () => {
    const verify = (code: string, verifiedAt: number) =>
      app.get(VerifyCustomer).run({ code, verifiedAt, by: 'desk' });
    expect(await verify('P-1', NOW - 5)).toMatchObject({ ok: true, value: { verifiedAt: NOW - 5 } });
    expect(await verify('P-1', NOW)).toMatchObject({ ok: true, value: { verifiedAt: NOW - 5 } });
    expect(codeOf(await verify('P-1', NOW + 1))).toBe('not_yet');
    expect(codeOf(await verify('nobody', NOW))).toBe('unknown_customer');
  });

  it('are listed page by page', async () => {
    const list = (after?: readonly string[]) =>
      app.get(ListCustomers).run({ sort: 'code', limit: 2, ...(after !== undefined && { after }) });
    const first = await list();
    expect(first.items.map((one) => one.code)).toEqual(['F-1', 'P-1']);
    const rest = await list(readCursor(CUSTOMER_ORDER, 'code', first.next ?? ''));
    expect(rest.items.map((one) => one.code)).toEqual([expect.stringMatching(/^twin-/)]);
    expect(rest.next).toBeNull();
  });

  it('are part of one another, organisations only, and never of themselves', async () => {
    for (const code of ['A-1', 'A-2', 'A-3']) await firm(code);
    expect(codeOf(await move('A-2', 'A-1'))).toBe('ok');
    expect(codeOf(await move('A-3', 'A-2'))).toBe('ok');
    expect(codeOf(await move('A-1', 'A-3'))).toBe('part_of_itself');
    expect(codeOf(await move('A-1', 'A-1'))).toBe('part_of_itself');
    expect(codeOf(await move('P-1', 'A-1'))).toBe('not_an_organisation');
    expect(codeOf(await move('A-1', 'P-1'))).toBe('not_an_organisation');
    expect(codeOf(await move('A-1', 'nobody'))).toBe('unknown_customer');
    expect(codeOf(await move('A-2', null))).toBe('ok');
    expect(codeOf(await move('A-1', 'A-3'))).toBe('ok');
  });

  it('hang in trees of eight levels at most, counted above and below', async () => {
    const codes = Array.from({ length: DEEPEST_TREE + 1 }, (_, index) => `D-${index}`);
    for (const code of codes) await firm(code);
    for (let level = 2; level <= DEEPEST_TREE; level++)
      expect(codeOf(await move(`D-${level}`, `D-${level - 1}`))).toBe('ok');
    expect(codeOf(await move('D-1', 'D-0'))).toBe('too_deep');
    expect(codeOf(await move('D-0', 'D-8'))).toBe('too_deep');
    expect(codeOf(await move('D-0', 'D-7'))).toBe('ok');
  });

  it('make no ring when everybody moves at once', async () => {
    const codes = Array.from({ length: 6 }, (_, index) => `R-${index}`);
    for (const code of codes) await firm(code);
    const answers = await Promise.all(
      codes.map((code, index) => move(code, codes[(index + 1) % 6] as string)),
    );
    expect(answers.map(codeOf).sort()).toEqual([...Array<string>(5).fill('ok'), 'part_of_itself']);
  });
});

describe('accounts of customers', () => {
  let fresh: FreshDatabase;
  let app: TestingModule;
  const open = (account: object) =>
    app.get(OpenAccount).run({ name: 'One', segment: 'consumer', ...account });
  const change = (account: string, status: 'active' | 'suspended' | 'closed') =>
    app.get(ChangeAccountStatus).run({ account, status, reason: 'asked for', by: 'desk' });

  beforeAll(async () => {
    fresh = await freshDatabase();
    const clock = ClockModule.forRoot(new MovableClock(NOW));
    const imports = [DatabaseModule.at(fresh.appUrl, 4), clock, PartiesModule];
    app = await Test.createTestingModule({ imports }).compile();
    await app.get(RegisterCustomer).run(PERSON);
    await app.get(RegisterCustomer).run(FIRM);
  });
  afterAll(async () => {
    await app.close();
    await fresh.drop();
  });

  it('name a customer that is known', async () => {
    expect(await open({ code: 'a', customer: 'P-1', region: 'CN-BJ' })).toMatchObject({
      ok: true,
      value: { customer: 'P-1', region: 'CN-BJ', status: 'active' },
    });
    const unknown = await open({ code: 'b', customer: 'nobody' });
    expect(unknown.ok ? [] : unknown.refusal.faults).toMatchObject([{ path: 'customer' }]);
    expect(codeOf(await open({ code: 'a', customer: 'F-1', region: 'CN-BJ' }))).toBe('code_taken');
  });

  it('are given a customer later, and then keep it', async () => {
    const assign = (account: string, customer: string) => app.get(AssignCustomer).run({ account, customer });
    await open({ code: 'c' });
    expect(codeOf(await assign('c', 'nobody'))).toBe('unknown_customer');
    expect(await assign('c', 'F-1')).toMatchObject({ ok: true, value: { customer: 'F-1' } });
    expect(codeOf(await assign('c', 'F-1'))).toBe('ok');
    expect(codeOf(await assign('c', 'P-1'))).toBe('another_customer');
    expect(codeOf(await assign('nobody', 'P-1'))).toBe('unknown_account');
  });

  it('are suspended and taken up again, and closed for good; it is on record who did it', async () => {
    for (const status of ['suspended', 'suspended', 'active', 'closed', 'closed'] as const)
      expect(await change('a', status)).toMatchObject({ ok: true, value: { status } });
    expect(codeOf(await change('a', 'active'))).toBe('account_closed');
    expect(codeOf(await change('nobody', 'closed'))).toBe('unknown_account');
    // Opening it again as it was opened is still no contradiction.
    expect(await open({ code: 'a', customer: 'P-1', region: 'CN-BJ' })).toMatchObject({
      value: { status: 'closed' },
    });
    const said = await app
      .get(Database)
      .transaction((tx) =>
        tx.rows('SELECT number, status, changed_by FROM ciyuan.account_status_change ORDER BY number', []),
      );
    expect(said).toEqual(
      ['suspended', 'active', 'closed'].map((status, index) => ({
        number: index + 1,
        status,
        changed_by: 'desk',
      })),
    );
  });
});
