import type { Role } from '@ciyuan/platform/auth';
import type { HttpMarket } from './http-market';

export interface SessionBody {
  readonly login: string;
  readonly role: Role;
  readonly party: string | null;
  readonly mustChangePassword: boolean;
  readonly csrfToken: string;
  readonly expiresAt: string;
}

export interface Told<Body> {
  readonly status: number;
  readonly body: Body;
  readonly headers: Headers;
}

const CHOSEN = 'a password of one’s own';

/** A browser: it keeps one cookie, and a page in it knows what belongs to that. */
export class Browser {
  cookie: string | undefined;
  csrfToken: string | undefined;

  constructor(private readonly market: HttpMarket) {}

  async send<Body = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    more: Readonly<Record<string, string>> = {},
  ): Promise<Told<Body>> {
    const answer = await fetch(`${this.market.url}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(this.cookie !== undefined && { cookie: this.cookie }),
        ...(this.csrfToken !== undefined && method !== 'GET' && { 'x-csrf-token': this.csrfToken }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...more,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    this.keep(answer.headers.getSetCookie());
    const text = await answer.text();
    const isJson = (answer.headers.get('content-type') ?? '').includes('json');
    return {
      status: answer.status,
      headers: answer.headers,
      body: (isJson ? JSON.parse(text) : text) as Body,
    };
  }

  async signIn(login: string, password: string): Promise<Told<SessionBody>> {
    return this.knowing(await this.send<SessionBody>('POST', '/v1/session', { login, password }));
  }

  async choosePassword(current: string, next: string): Promise<Told<SessionBody>> {
    return this.knowing(await this.send<SessionBody>('PUT', '/v1/session/password', { current, next }));
  }

  private knowing(told: Told<SessionBody>): Told<SessionBody> {
    if (told.status === 200) this.csrfToken = told.body.csrfToken;
    return told;
  }

  private keep(cookies: readonly string[]): void {
    const given = cookies.find((one) => one.startsWith('ciyuan_session='))?.split(';')[0];
    if (given !== undefined) this.cookie = given === 'ciyuan_session=' ? undefined : given;
  }
}

/** An account made by the admin's key; gives the password that is said once. */
export async function accountFor(
  market: HttpMarket,
  login: string,
  role: Role,
  party: string | null = null,
): Promise<string> {
  const wanted = { login, displayName: login, role, party };
  const { status, body } = await market.post<{ oneTimePassword: string }>(
    '/v1/staff-accounts',
    wanted,
    'admin',
  );
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body.oneTimePassword;
}

/** Somebody who is signed in with a password of their own. */
export async function signedIn(
  market: HttpMarket,
  login: string,
  role: Role,
  party: string | null = null,
): Promise<Browser> {
  const browser = new Browser(market);
  const once = await accountFor(market, login, role, party);
  await browser.signIn(login, once);
  const { status, body } = await browser.choosePassword(once, CHOSEN);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return browser;
}

export const PASSWORD = CHOSEN;
