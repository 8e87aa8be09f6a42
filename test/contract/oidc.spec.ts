import { generateKeyPairSync } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { HttpMarket } from '../support/http-market';
import { OidcIssuer } from '../support/oidc-issuer';
import { Browser, accountFor, type SessionBody, type Told } from '../support/signed-in';

const START = '2026-10-01T00:00:00+08:00';
const CALLBACK = '/v1/session/oidc/callback';

describe('signing in by an issuer that knows people', () => {
  let issuer: OidcIssuer;
  let market: HttpMarket;
  let log: jest.SpyInstance;

  beforeAll(async () => {
    log = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    issuer = await OidcIssuer.start();
    market = await open();
    await accountFor(market, 'mei', 'maker');
    await accountFor(market, 'mei@carrier.example', 'checker');
  });
  afterAll(async () => {
    log.mockRestore();
    await market.close();
    await issuer.stop();
  });

  const open = (more: Readonly<Record<string, string>> = {}): Promise<HttpMarket> =>
    HttpMarket.open(START, [], {
      OIDC_ISSUER: issuer.url,
      OIDC_CLIENT_ID: 'ciyuan',
      OIDC_CLIENT_SECRET: 'a secret of both',
      OIDC_REDIRECT_URL: `http://127.0.0.1:3000${CALLBACK}`,
      SIGN_IN_ATTEMPTS_PER_MINUTE: '10000',
      ...more,
    });

  interface Gone {
    readonly browser: Browser;
    /** Of the flow, as a browser keeps it. */
    readonly flow: string;
    readonly location: string;
  }

  async function begin(place = market): Promise<Gone> {
    const browser = new Browser(place);
    const told = await browser.send('GET', '/v1/session/oidc');
    expect(told.status).toBe(302);
    const [cookie = ''] = told.headers.getSetCookie();
    expect(cookie).toMatch(
      /^ciyuan_oidc=[^;]+; Max-Age=600; Path=\/v1\/session\/oidc; HttpOnly; SameSite=Lax$/,
    );
    return { browser, flow: cookie.split(';')[0] as string, location: told.headers.get('location') ?? '' };
  }

  async function comeBack(gone: Gone, path?: string): Promise<Told<string>> {
    const back = path ?? (await issuer.authorize(gone.location));
    return gone.browser.send<string>('GET', back, undefined, { cookie: gone.flow });
  }

  const vouch = (claims: Readonly<Record<string, unknown>>, more = {}): void => {
    issuer.vouched = { claims, ...more };
  };

  it('goes there with a challenge, a state and a nonce', async () => {
    const asked = new URL((await begin()).location);
    expect(asked.origin).toBe(issuer.url);
    expect(Object.fromEntries(asked.searchParams)).toMatchObject({
      client_id: 'ciyuan',
      response_type: 'code',
      redirect_uri: `http://127.0.0.1:3000${CALLBACK}`,
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/) as string,
      state: expect.stringMatching(/^[\w-]{43}$/) as string,
      nonce: expect.stringMatching(/^[\w-]{43}$/) as string,
    });
    expect(await market.send('/v1/session/options')).toMatchObject({ body: { oidc: true } });
  });

  it('signs in the account whose login the issuer vouches for, and asks for no password of ours', async () => {
    vouch({ preferred_username: 'Mei' });
    const gone = await begin();
    const told = await comeBack(gone);
    expect([told.status, told.headers.get('location')]).toEqual([302, '/']);
    expect(told.headers.getSetCookie().join()).toMatch(/ciyuan_session=.*SameSite=Strict/);
    const { body } = await gone.browser.send<SessionBody>('GET', '/v1/session');
    expect([body.login, body.role, body.mustChangePassword]).toEqual(['mei', 'maker', false]);
  });

  it.each([
    ['somebody who has no account', { preferred_username: 'stranger' }],
    ['somebody without a name', {}],
    ['a name in another claim', { email: 'mei@carrier.example', email_verified: true }],
    ['a token for somebody else', { preferred_username: 'mei', aud: 'other' }],
    ['a token of somebody else', { preferred_username: 'mei', iss: 'https://elsewhere.example' }],
    ['an old token', { preferred_username: 'mei', exp: 1_000 }],
    ['a token for another request', { preferred_username: 'mei', nonce: 'other' }],
  ])('lets nobody in for %s', async (_what, claims) => {
    vouch(claims);
    const gone = await begin();
    const told = await comeBack(gone);
    expect([told.status, told.headers.get('content-type')]).toEqual([403, 'text/html; charset=utf-8']);
    expect(told.body).toContain('无法登录');
    expect(gone.browser.cookie).toBeUndefined();
  });

  it('lets nobody in by a token that the issuer did not sign', async () => {
    vouch(
      { preferred_username: 'mei' },
      { signWith: generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey },
    );
    expect((await comeBack(await begin())).status).toBe(403);
  });

  it('lets nobody in with the answer to somebody else’s request, a changed or an old one, or none', async () => {
    vouch({ preferred_username: 'mei' });
    const own = await begin();
    const others = await begin();
    expect((await comeBack(own, await issuer.authorize(others.location))).status).toBe(403);
    expect((await comeBack({ ...own, flow: own.flow.replace(/.$/, '!') })).status).toBe(403);
    expect((await comeBack({ ...own, flow: 'ciyuan_oidc=' })).status).toBe(403);
    expect((await comeBack(own, `${CALLBACK}?error=access_denied&state=x`)).status).toBe(403);
    const back = await issuer.authorize(own.location);
    market.engine.clock.moveBy(10 * 60_000);
    expect((await comeBack(own, back)).status).toBe(403);
  });

  it('takes an address that the issuer has looked at, where that is the login', async () => {
    const other = await open({ OIDC_LOGIN_CLAIM: 'email' });
    await accountFor(other, 'mei@carrier.example', 'checker');
    const vouched = async (verified: boolean): Promise<number> => {
      vouch({ preferred_username: 'mei', email: 'Mei@carrier.example', email_verified: verified });
      return (await comeBack(await begin(other))).status;
    };
    expect([await vouched(false), await vouched(true)]).toEqual([403, 302]);
    await other.close();
  });

  it('lets nobody in who is disabled', async () => {
    const terms = { displayName: 'Mei', role: 'maker', party: null, disabled: true };
    await market.put('/v1/staff-accounts/mei', terms, 'admin');
    vouch({ preferred_username: 'mei' });
    expect((await comeBack(await begin())).status).toBe(403);
    expect(await market.engine.violations()).toEqual([]);
  });
});
