import { z } from 'zod';
import type { OidcConfig, SignInConfig } from './config';

/** Where nothing is said, as OWASP has it for what is worth stealing: half an hour idle, a working day in all. */
export const SIGN_IN: SignInConfig = {
  idleMinutes: 30,
  hours: 12,
  secureCookies: false,
  attemptsPerMinute: 30,
};

const upTo = (most: number) => {
  const rule = `a whole number from 1 to ${most}`;
  return z
    .string()
    .regex(/^[1-9]\d{0,5}$/, rule)
    .transform(Number)
    .refine((number) => number <= most, rule);
};

/** Without https a secret would go over a network as it is; on this machine there is none between. */
const LOCAL = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(\/|$)/;
const ofThisMachineOrHttps = (rule: string) =>
  z
    .url({ protocol: /^https?$/, error: rule })
    .refine((url) => url.startsWith('https://') || LOCAL.test(url), rule);

export const SIGN_IN_VARIABLES = {
  SESSION_IDLE_MINUTES: upTo(1_440).default(SIGN_IN.idleMinutes),
  SESSION_HOURS: upTo(168).default(SIGN_IN.hours),
  SECURE_COOKIES: z.enum(['true', 'false'], 'a word: true or false').default('false'),
  SIGN_IN_ATTEMPTS_PER_MINUTE: upTo(10_000).default(SIGN_IN.attemptsPerMinute),
};

export const OIDC_VARIABLES = {
  OIDC_ISSUER: ofThisMachineOrHttps('a https:// URL').optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_REDIRECT_URL: ofThisMachineOrHttps('a https:// URL').optional(),
  OIDC_LOGIN_CLAIM: z
    .enum(['preferred_username', 'email'], 'a claim: preferred_username or email')
    .default('preferred_username'),
};

type Read<Variables extends z.ZodRawShape> = z.infer<z.ZodObject<Variables>>;

export const signInOf = (read: Read<typeof SIGN_IN_VARIABLES>): SignInConfig => ({
  idleMinutes: read.SESSION_IDLE_MINUTES,
  hours: read.SESSION_HOURS,
  secureCookies: read.SECURE_COOKIES === 'true',
  attemptsPerMinute: read.SIGN_IN_ATTEMPTS_PER_MINUTE,
});

/** Four variables make an issuer; some of them make none, and somebody thinks that they do. */
export function oidcOf(read: Read<typeof OIDC_VARIABLES>): OidcConfig | undefined | 'incomplete' {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = read;
  const { OIDC_REDIRECT_URL: redirectUrl, OIDC_LOGIN_CLAIM: loginClaim } = read;
  if (
    issuer !== undefined &&
    clientId !== undefined &&
    clientSecret !== undefined &&
    redirectUrl !== undefined
  )
    return { issuer, clientId, clientSecret, redirectUrl, loginClaim };
  const isUnset = [issuer, clientId, clientSecret, redirectUrl].every((one) => one === undefined);
  return isUnset ? undefined : 'incomplete';
}
