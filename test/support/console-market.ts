import { StaffAccounts, type Role } from '@ciyuan/platform/auth';
import { ConsoleModule } from '../../apps/standalone/src/console/console.module';
import { serveConsole } from '../../apps/standalone/src/console/serve-console';
import type { Browser } from './browser';
import { HttpMarket, type HttpMarketParts } from './http-market';

/** The partner of the small market. */
const PARTY = 'gateway';

/** The small market, or another, with the console's pages before it, and people who sign in to them. */
export const openConsoleMarket = (
  now: string,
  environment: Readonly<Record<string, string>> = {},
  market: Pick<HttpMarketParts, 'market'> = {},
): Promise<HttpMarket> =>
  HttpMarket.open(now, [], environment, { ...market, modules: [ConsoleModule], prepare: serveConsole });

export interface Person {
  readonly login: string;
  readonly password: string;
}

/** Somebody of a role, with a password of their own; `login` where two of one role are needed. */
export async function addPerson(
  market: HttpMarket,
  role: Role,
  login: string = role,
  { partner = PARTY, displayName = `${role} ${login}` }: { partner?: string; displayName?: string } = {},
): Promise<Person> {
  const party = role === 'partner' ? partner : null;
  const account = { login, displayName, role, party };
  const added = await market.app.get(StaffAccounts, { strict: false }).add(account, 'admin', false);
  if (!added.ok) throw new Error(`${login}: ${added.refusal.code}`);
  return { login, password: added.value.password };
}

/** As a person does: whoever was signed in before in this browser is not any more. */
export async function signIn({ page, context }: Browser, { login, password }: Person): Promise<void> {
  await context.clearCookies();
  await page.goto('/sign-in');
  await page.locator('#login').fill(login);
  await page.locator('#password').fill(password);
  await page.locator('button[type=submit]').click();
  await page.locator('main nav, nav').first().waitFor();
}
