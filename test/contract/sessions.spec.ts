import { HttpMarket } from '../support/http-market';
import { Browser, PASSWORD, accountFor, signedIn, type SessionBody } from '../support/signed-in';

const START = '2026-10-01T00:00:00+08:00';
const MINUTE = 60_000;
const DRAFT = {
  kind: 'contract',
  effectiveFrom: '2027-01-01T00:00:00+08:00',
  body: { partner: 'gateway', serves: [{ vendor: 'zhipu', computeOwner: 'tianyi' }], lateWindowDays: 7 },
};

describe('signing in', () => {
  let market: HttpMarket;

  beforeAll(async () => {
    market = await HttpMarket.open(START, [], { SIGN_IN_ATTEMPTS_PER_MINUTE: '10000' });
  });
  afterAll(async () => {
    expect(await market.engine.violations()).toEqual([]);
    await market.close();
  });

  const browser = (): Browser => new Browser(market);
  const codeOf = ({ status, body }: { status: number; body: unknown }): [number, string] => [
    status,
    (body as { type: string }).type.replace('urn:ciyuan:problem:', ''),
  ];

  it('takes a password that is said once, and then asks for another', async () => {
    const once = await accountFor(market, 'Mei', 'maker');
    const mei = browser();
    const told = await mei.signIn('MEI ', once);
    expect([told.status, told.body]).toEqual([
      200,
      {
        login: 'mei',
        displayName: 'Mei',
        role: 'maker',
        party: null,
        mustChangePassword: true,
        csrfToken: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/) as string,
        expiresAt: '2026-09-30T16:30:00Z',
      },
    ]);
    expect(codeOf(await mei.send('GET', '/v1/drafts'))).toEqual([403, 'password_change_required']);
    expect(codeOf(await mei.choosePassword(once, once))).toEqual([422, 'password_unchanged']);
    expect((await mei.choosePassword(once, 'too short')).status).toBe(400);
    expect(codeOf(await mei.choosePassword('wrong', PASSWORD))).toEqual([422, 'wrong_password']);
    const before = mei.cookie;
    expect((await mei.choosePassword(once, PASSWORD)).body.mustChangePassword).toBe(false);
    expect(mei.cookie).not.toBe(before);
    expect((await mei.send('GET', '/v1/drafts')).status).toBe(200);
    expect((await browser().signIn('mei', once)).status).toBe(401);
  });

  it('gives a cookie that no script reads and no other site sends, and keeps its digest alone', async () => {
    const chen = await signedIn(market, 'chen', 'checker');
    const again = await browser().signIn('chen', PASSWORD);
    const [cookie] = again.headers.getSetCookie();
    expect(cookie).toMatch(/^ciyuan_session=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(again.headers.get('cache-control')).toBe('no-store');
    const token = (chen.cookie ?? '').split('=')[1] ?? '';
    const stored = await market.engine.rows<{ found: boolean }>(
      `SELECT token_digest = sha256(convert_to($1, 'UTF8')) AS found FROM ciyuan.staff_session
        WHERE login = 'chen' AND ended_at IS NULL`,
      [token],
    );
    expect(stored.filter((one) => one.found)).toHaveLength(1);
  });

  it('lets a person do what the role may, under the name of the person', async () => {
    const lin = await signedIn(market, 'lin', 'maker');
    const written = await lin.send<{ id: number; author: string }>('POST', '/v1/drafts', DRAFT);
    expect([written.status, written.body.author]).toEqual([201, 'lin']);
    await lin.send('POST', `/v1/drafts/${written.body.id}/submit`, {});
    // The same person under a key of another role is still the same person.
    const own = await market.post(`/v1/drafts/${written.body.id}/approve`, {}, 'checker', 'lin');
    expect(own.status).toBe(403);
    expect(codeOf(await lin.send('POST', `/v1/drafts/${written.body.id}/approve`, {}))).toEqual([
      403,
      'role_not_allowed',
    ]);
    const zhao = await signedIn(market, 'zhao', 'checker');
    expect((await zhao.send('POST', `/v1/drafts/${written.body.id}/approve`, {})).status).toBe(200);
  });

  it('shows somebody of a partner what is its party’s, and keeps apart who it was', async () => {
    const wang = await signedIn(market, 'wang', 'partner', 'gateway');
    const { body } = await wang.send<SessionBody>('GET', '/v1/session');
    expect([body.role, body.party, body.login]).toEqual(['partner', 'gateway', 'wang']);
    expect((await wang.send('GET', '/v1/suspense')).status).toBe(200);
    expect((await wang.send('GET', '/v1/accounts')).status).toBe(403);
    const record = { id: 'r-1', account: 'nobody', at: START, model: 'glm-5', vendor: 'zhipu' };
    const more = { computeOwner: 'tianyi', chipKind: 'ascend', tokens: { input: 1 } };
    const posted = await wang.send('POST', '/v1/usage', { records: [{ ...record, ...more }] });
    expect(posted.status).toBe(200);
    const { body: waiting } = await market.get<{ entries: { id: string }[] }>(
      '/v1/suspense',
      'partner',
      'gateway',
    );
    expect(waiting.entries.map((one) => one.id)).toContain('r-1');
  });

  it.each([
    ['no token', undefined],
    ['an empty one', ''],
    ['one of another session', 'A'.repeat(43)],
  ])('refuses to change anything by a cookie with %s', async (what, token) => {
    const login = `csrf-${what.length}`;
    const person = await signedIn(market, login, 'maker');
    person.csrfToken = token;
    expect(codeOf(await person.send('POST', '/v1/drafts', DRAFT))).toEqual([403, 'csrf_token_missing']);
    expect(codeOf(await person.send('DELETE', '/v1/session'))).toEqual([403, 'csrf_token_missing']);
    expect((await person.send('GET', '/v1/session')).status).toBe(200);
  });

  it('asks no token of a key, takes none for a wrong key, and no key for signed in', async () => {
    const person = await signedIn(market, 'tokens', 'maker');
    const authorization = `Bearer ${await market.key('admin')}`;
    expect(codeOf(await market.get('/v1/session', 'admin'))).toEqual([401, 'not_signed_in']);
    expect(
      codeOf(await person.send('GET', '/v1/session', undefined, { authorization: 'Bearer wrong' })),
    ).toEqual([401, 'key_missing_or_unknown']);
    person.csrfToken = undefined;
    expect((await person.send('POST', '/v1/due-work', undefined, { authorization })).status).toBeLessThan(
      300,
    );
  });

  it('ends when it is not used, and however much it is used', async () => {
    const { clock } = market.engine;
    const idle = await signedIn(market, 'idle', 'finance');
    clock.moveBy(29 * MINUTE);
    const read = await idle.send<SessionBody>('GET', '/v1/session');
    expect(Date.parse(read.body.expiresAt)).toBe(clock.now() + 30 * MINUTE);
    clock.moveBy(29 * MINUTE);
    expect((await idle.send('GET', '/v1/session')).status).toBe(200);
    clock.moveBy(30 * MINUTE);
    expect(codeOf(await idle.send('GET', '/v1/session'))).toEqual([401, 'session_ended']);
    const busy = browser();
    await busy.signIn('idle', PASSWORD);
    for (let minutes = 0; minutes < 12 * 60; minutes += 20) {
      expect((await busy.send('GET', '/v1/session')).status).toBe(200);
      clock.moveBy(20 * MINUTE);
    }
    expect(codeOf(await busy.send('GET', '/v1/session'))).toEqual([401, 'session_ended']);
  });

  it('ends by signing out, for this browser alone', async () => {
    const one = await signedIn(market, 'twice', 'finance');
    const other = browser();
    await other.signIn('twice', PASSWORD);
    const cookie = one.cookie as string;
    const told = await one.send('DELETE', '/v1/session');
    expect([told.status, one.cookie]).toEqual([204, undefined]);
    one.cookie = cookie;
    expect(codeOf(await one.send('GET', '/v1/session'))).toEqual([401, 'session_ended']);
    expect((await other.send('GET', '/v1/session')).status).toBe(200);
    await one.signIn('twice', PASSWORD);
    expect((await one.choosePassword(PASSWORD, `${PASSWORD} 2`)).status).toBe(200);
    expect(codeOf(await other.send('GET', '/v1/session'))).toEqual([401, 'session_ended']);
    expect((await one.send('GET', '/v1/session')).status).toBe(200);
  });

  it('answers alike whoever is not let in, and locks an account for a while', async () => {
    await signedIn(market, 'locked', 'finance');
    const wrong = await browser().signIn('locked', 'wrong');
    const nobody = await browser().signIn('nobody', 'wrong');
    expect(codeOf(wrong)).toEqual([401, 'sign_in_refused']);
    expect(nobody.body).toEqual(wrong.body);
    expect(nobody.headers.getSetCookie()).toEqual([]);
    for (let tried = 1; tried < 5; tried++) await browser().signIn('locked', 'wrong');
    expect((await browser().signIn('locked', PASSWORD)).body).toEqual(wrong.body);
    const { body } = await market.get<{ lockedUntil: string }>('/v1/staff-accounts/locked', 'admin');
    expect(Date.parse(body.lockedUntil)).toBe(market.engine.clock.now() + 15 * MINUTE);
    market.engine.clock.moveBy(15 * MINUTE);
    expect((await browser().signIn('locked', 'wrong')).status).toBe(401);
    expect((await browser().signIn('locked', PASSWORD)).status).toBe(200);
    expect(await market.get('/v1/staff-accounts/locked', 'admin')).toMatchObject({
      body: { lockedUntil: null },
    });
  });

  it('counts attempts that are made at once one by one', async () => {
    await signedIn(market, 'hasty', 'finance');
    const tried = await Promise.all(
      Array.from({ length: 8 }, (_, index) => browser().signIn('hasty', index === 7 ? PASSWORD : 'wrong')),
    );
    expect(tried.filter((one) => one.status === 200).length).toBeLessThanOrEqual(1);
    const [row] = await market.engine.rows<{ failed_attempts: number }>(
      "SELECT failed_attempts FROM ciyuan.staff_account WHERE login = 'hasty'",
    );
    expect(row?.failed_attempts).toBeLessThanOrEqual(5);
  });

  it('takes as long for a login that nobody has', async () => {
    await signedIn(market, 'slow', 'finance');
    const timed = async (login: string): Promise<number> => {
      const begun = performance.now();
      await browser().signIn(login, 'wrong');
      return performance.now() - begun;
    };
    const known: number[] = [];
    const unknown: number[] = [];
    for (let round = 0; round < 4; round++) {
      known.push(await timed('slow'));
      unknown.push(await timed('nobody-at-all'));
    }
    // Hashing is most of it: without, it would be a tenth.
    expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 4);
  });

  it('says to anybody how one can sign in here', async () => {
    const { status, body } = await market.send('/v1/session/options');
    expect([status, body]).toEqual([200, { oidc: false, languages: ['zh-CN', 'en'] }]);
    expect(codeOf(await market.send('/v1/session/oidc'))).toEqual([404, 'oidc_not_configured']);
    expect(codeOf(await market.send('/v1/session'))).toEqual([401, 'key_missing_or_unknown']);
  });
});

describe('where cookies are for https alone', () => {
  it('marks them so, by configuration or by what a proxy says', async () => {
    const market = await HttpMarket.open(START, [], { SECURE_COOKIES: 'true' });
    const once = await accountFor(market, 'mei', 'maker');
    const told = await new Browser(market).signIn('mei', once);
    expect(told.headers.getSetCookie()[0]).toContain('; Secure');
    await market.close();
  });

  it('lets one address try so often, whomever it tries', async () => {
    const market = await HttpMarket.open(START, [], { SIGN_IN_ATTEMPTS_PER_MINUTE: '3' });
    const statuses: number[] = [];
    for (let tried = 0; tried < 4; tried++)
      statuses.push((await new Browser(market).signIn(`nobody-${tried}`, 'x')).status);
    expect(statuses).toEqual([401, 401, 401, 429]);
    await market.close();
  });
});
