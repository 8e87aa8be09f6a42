export interface SignInConfig {
  /** A session that is not used ends after so long. */
  readonly idleMinutes: number;
  /** However much it is used, it ends after so long. */
  readonly hours: number;
  /** Cookies go over https alone, even where a request does not say that it came by it. */
  readonly secureCookies: boolean;
  /** Attempts to sign in, of one address. */
  readonly attemptsPerMinute: number;
}

/** OpenID Connect. */
export interface OidcConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUrl: string;
  /** What of a person's claims is the login here. */
  readonly loginClaim: 'preferred_username' | 'email';
}

/** What the environment may decide; a class, so that Nest can inject it. */
export abstract class Config {
  /** 0 lets the system choose. */
  abstract readonly port: number;
  abstract readonly host: string;
  /** As the applications connect. Undefined: an embedded PostgreSQL under {@link dataDir}. */
  abstract readonly databaseUrl: string | undefined;
  /** As the owner of the tables, for migrations only. */
  abstract readonly databaseOwnerUrl: string | undefined;
  /** Where the embedded PostgreSQL keeps its data. */
  abstract readonly dataDir: string;
  /** Undefined: queues live in PostgreSQL too. */
  abstract readonly redisUrl: string | undefined;
  /** What digests of people's document numbers are keyed with: 64 hexadecimal digits. Undefined: no person is registered. */
  abstract readonly identityKey: string | undefined;
  abstract readonly signIn: SignInConfig;
  /** Where people are known who sign in without a password of ours. Undefined: nowhere. */
  abstract readonly oidc: OidcConfig | undefined;
  /** Whose word is taken for where a request came from, and how: addresses of proxies in front. */
  abstract readonly trustedProxies: readonly string[];
  /** All applications in one process start with what the database has: no market of seeds, no keys and accounts made. */
  abstract readonly startsBare: boolean;
}
