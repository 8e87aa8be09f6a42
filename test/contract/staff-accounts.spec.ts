import { HttpMarket } from '../support/http-market';
import { Browser, PASSWORD, accountFor, signedIn, type SessionBody } from '../support/signed-in';
import { Tampering } from '../support/tampering';
import { WalkedList } from '../support/walk-list';

const START = '2026-10-01T00:00:00+08:00';

describe('accounts of people', () => {
  let market: HttpMarket;

  beforeAll(async () => {
    market = await HttpMarket.open(START, [], { SIGN_IN_ATTEMPTS_PER_MINUTE: '10000' });
  });
  afterAll(async () => {
    expect(await market.engine.violations()).toEqual([]);
    await market.close();
  });

  const codeOf = ({ status, body }: { status: number; body: unknown }): [number, string] => [
    status,
    (body as { type: string }).type.replace('urn:ciyuan:problem:', ''),
  ];
  const terms = (more: object) => ({
    displayName: 'X',
    role: 'maker',
    party: null,
    disabled: false,
    ...more,
  });

  it('are made by an admin, one for each name however it is written', async () => {
    const told = await market.post(
      '/v1/staff-accounts',
      { login: 'Ann', displayName: '安', role: 'maker' },
      'admin',
    );
    expect([told.status, told.body]).toEqual([
      201,
      {
        account: {
          login: 'ann',
          displayName: '安',
          role: 'maker',
          party: null,
          disabled: false,
          mustChangePassword: true,
          lockedUntil: null,
          createdAt: '2026-09-30T16:00:00Z',
          createdBy: 'admin',
          changedAt: '2026-09-30T16:00:00Z',
          changedBy: 'admin',
        },
        oneTimePassword: expect.stringMatching(/^[A-Za-z0-9_-]{20}$/) as string,
      },
    ]);
    const again = { login: 'ANN', displayName: 'x', role: 'maker' };
    expect(codeOf(await market.post('/v1/staff-accounts', again, 'admin'))).toEqual([409, 'login_taken']);
    expect((await market.get('/v1/staff-accounts/ANN', 'admin')).body).toMatchObject({ login: 'ann' });
    expect(codeOf(await market.get('/v1/staff-accounts/nobody', 'admin'))).toEqual([404, 'unknown_login']);
    expect((await market.get('/v1/staff-accounts', 'checker')).status).toBe(403);
    const stored = await market.engine.rows<{ password_hash: string }>(
      "SELECT password_hash FROM ciyuan.staff_account WHERE login = 'ann'",
    );
    expect(stored[0]?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it.each([
    [{ role: 'partner' }, 'party_of_a_partner'],
    [{ role: 'partner', party: 'nobody' }, 'unknown_party'],
    [{ role: 'maker', party: 'gateway' }, 'party_of_a_partner'],
  ])('name a party where they are a partner’s: %j', async (more, code) => {
    const wanted = { login: 'party', displayName: 'x', ...more };
    expect(codeOf(await market.post('/v1/staff-accounts', wanted, 'admin'))).toEqual([422, code]);
  });

  it.each([
    [{ login: 'a b' }],
    [{ login: '' }],
    [{ role: 'root' }],
    [{ password: 'mine' }],
    [{ displayName: '' }],
  ])('refuse %j', async (more) => {
    const wanted = { login: 'good', displayName: 'x', role: 'maker', ...more };
    expect((await market.post('/v1/staff-accounts', wanted, 'admin')).status).toBe(400);
  });

  it('change what a person may with the next request, and end every session when they are disabled', async () => {
    const bob = await signedIn(market, 'bob', 'maker');
    expect((await bob.send('POST', '/v1/clawbacks/1/approve', {})).status).toBe(403);
    const put = (more: object) => market.put('/v1/staff-accounts/bob', terms(more), 'admin');
    expect((await put({ role: 'checker', displayName: 'Bob' })).body).toMatchObject({ role: 'checker' });
    expect((await bob.send('POST', '/v1/clawbacks/1/approve', {})).status).toBe(404);
    expect((await put({ role: 'partner', party: 'gateway' })).status).toBe(200);
    expect((await bob.send<SessionBody>('GET', '/v1/session')).body.party).toBe('gateway');
    expect((await put({ disabled: true })).body).toMatchObject({ disabled: true, changedBy: 'admin' });
    expect(codeOf(await bob.send('GET', '/v1/session'))).toEqual([401, 'session_ended']);
    expect((await new Browser(market).signIn('bob', PASSWORD)).status).toBe(401);
    expect((await put({})).status).toBe(200);
    expect(codeOf(await bob.send('GET', '/v1/session'))).toEqual([401, 'session_ended']);
    expect((await new Browser(market).signIn('bob', PASSWORD)).status).toBe(200);
  });

  it('get another password from an admin, which ends their sessions', async () => {
    const eve = await signedIn(market, 'eve', 'maker');
    const { body } = await market.post<{ oneTimePassword: string }>(
      '/v1/staff-accounts/eve/password',
      {},
      'admin',
    );
    expect((await eve.send('GET', '/v1/session')).status).toBe(401);
    expect((await eve.signIn('eve', PASSWORD)).status).toBe(401);
    expect((await eve.signIn('eve', body.oneTimePassword)).body.mustChangePassword).toBe(true);
  });

  it('leave one admin at least, also when two ask at once', async () => {
    const put = (login: string, more: object) =>
      market.put(`/v1/staff-accounts/${login}`, terms({ role: 'admin', ...more }), 'admin');
    await accountFor(market, 'root-1', 'admin');
    expect(codeOf(await put('root-1', { disabled: true }))).toEqual([409, 'last_admin']);
    expect(codeOf(await put('root-1', { role: 'maker' }))).toEqual([409, 'last_admin']);
    await accountFor(market, 'root-2', 'admin');
    const both = await Promise.all([put('root-1', { role: 'maker' }), put('root-2', { disabled: true })]);
    expect(both.map((one) => one.status).sort()).toEqual([200, 409]);
  });

  it('are listed page by page', async () => {
    const list = new WalkedList(market, '/v1/staff-accounts', 'accounts');
    const all = (await list.walk('limit=2')).map((row) => row['login']);
    expect(all).toEqual([...all].sort());
    expect(all).toEqual(expect.arrayContaining(['ann', 'bob', 'eve', 'root-1']));
    expect((await list.walk('sort=-login&limit=3')).map((row) => row['login'])).toEqual([...all].reverse());
    const admins = await list.walk('role=admin&disabled=false');
    expect(admins).toHaveLength(1);
    expect(await list.status('colour=red')).toBe(400);
  });
});

describe('behind the API', () => {
  it.each([
    ['a password in clear', '23514', "UPDATE staff_account SET password_hash = 'secret'"],
    ['a password that is cheap to guess', '23514', CHEAP()],
    ['a partner of nobody', '23514', "UPDATE staff_account SET role = 'partner'"],
    ['a name for another person', '42501', "UPDATE staff_account SET login = 'x'"],
    ['an account less', '42501', 'DELETE FROM staff_account'],
    ['a session of somebody else', '42501', "UPDATE staff_session SET login = 'x'"],
    ['a longer session', '42501', "UPDATE staff_session SET expires_at = expires_at + interval '1 year'"],
    ['a session forgotten', '42501', 'DELETE FROM staff_session'],
  ])('the database refuses %s', async (_what, state, statement) => {
    const market = await HttpMarket.open(START);
    await signedIn(market, 'mei', 'maker');
    const application = await Tampering.at(market.engine.urls.appUrl);
    expect(await application.refusal(statement)).toBe(state);
    await application.end();
    await market.close();
  });
});

function CHEAP(): string {
  return "UPDATE staff_account SET password_hash = replace(password_hash, 'm=19456', 'm=1024')";
}
