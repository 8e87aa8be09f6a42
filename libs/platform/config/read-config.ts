import { z } from 'zod';
import type { Config } from './config';
import { OIDC_VARIABLES, SIGN_IN_VARIABLES, oidcOf, signInOf } from './sign-in-config';

/** The environment is not usable; the message names every variable at fault, and no value: some are secret. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const PORT_RULE = 'a port from 0 to 65535';
const port = z
  .string()
  .regex(/^\d{1,5}$/, PORT_RULE)
  .transform(Number)
  .refine((number) => number <= 65_535, PORT_RULE);
const identityKey = z.string().regex(/^[0-9a-f]{64}$/i, 'a key of 64 hexadecimal digits');
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, error: 'a postgres:// URL' });
const redisUrl = z.url({ protocol: /^rediss?$/, error: 'a redis:// or rediss:// URL' });

const ENVIRONMENT = z.object({
  PORT: port.default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_OWNER_URL: postgresUrl.optional(),
  DATA_DIR: z.string().default('.data'),
  REDIS_URL: redisUrl.optional(),
  IDENTITY_KEY: identityKey.optional(),
  TRUSTED_PROXIES: z.string().default(''),
  BARE_START: z.enum(['true', 'false'], 'true or false').default('false'),
  ...SIGN_IN_VARIABLES,
  ...OIDC_VARIABLES,
});

/** Reads the variables of `environment`; an empty one counts as not set. Throws {@link ConfigError}. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== '');
  const parsed = ENVIRONMENT.safeParse(Object.fromEntries(set));
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map(describe).join('; '));
  const oidc = oidcOf(parsed.data);
  if (oidc === 'incomplete') {
    throw new ConfigError(
      'OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and OIDC_REDIRECT_URL must be set together',
    );
  }
  const { PORT, HOST, DATABASE_URL, DATABASE_OWNER_URL, DATA_DIR, REDIS_URL, IDENTITY_KEY } = parsed.data;
  return Object.freeze({
    port: PORT,
    host: HOST,
    databaseUrl: DATABASE_URL,
    databaseOwnerUrl: DATABASE_OWNER_URL,
    dataDir: DATA_DIR,
    redisUrl: REDIS_URL,
    identityKey: IDENTITY_KEY?.toLowerCase(),
    signIn: signInOf(parsed.data),
    oidc,
    startsBare: parsed.data.BARE_START === 'true',
    trustedProxies: parsed.data.TRUSTED_PROXIES.split(',').flatMap((one) => one.trim() || []),
  });
}

const describe = (issue: { path: readonly PropertyKey[]; message: string }): string =>
  `${issue.path.map(String).join('.')} must be ${issue.message}`;
