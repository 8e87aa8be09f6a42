import { Test } from '@nestjs/testing';
import { Config } from './config';
import { ConfigModule } from './config.module';
import { ConfigError, readConfig } from './read-config';

const DEFAULTS = {
  port: 3000,
  host: '127.0.0.1',
  databaseUrl: undefined,
  databaseOwnerUrl: undefined,
  dataDir: '.data',
  redisUrl: undefined,
  identityKey: undefined,
  signIn: { idleMinutes: 30, hours: 12, secureCookies: false, attemptsPerMinute: 30 },
  oidc: undefined,
  trustedProxies: [],
  startsBare: false,
};

describe('the configuration', () => {
  it.each([
    ['nothing is set', {}],
    ['variables are empty', { PORT: '', HOST: ' ', DATABASE_URL: '', DATA_DIR: '', REDIS_URL: '' }],
    ['only other variables are set', { HOME: '/', PORTS: '1' }],
  ])('has its defaults when %s', (_what, environment) => {
    expect(readConfig(environment)).toEqual(DEFAULTS);
  });

  it('reads every variable', () => {
    const environment = {
      PORT: '0',
      HOST: '0.0.0.0',
      DATABASE_URL: 'postgres://a:b@db:5432/c',
      DATABASE_OWNER_URL: 'postgresql://o@db/c',
      DATA_DIR: '/var/lib/x',
      REDIS_URL: 'rediss://cache:6379/0',
      IDENTITY_KEY: 'AB'.repeat(32),
      SESSION_IDLE_MINUTES: '10',
      SESSION_HOURS: '8',
      SECURE_COOKIES: 'true',
      SIGN_IN_ATTEMPTS_PER_MINUTE: '5',
      OIDC_ISSUER: 'https://id.example',
      OIDC_CLIENT_ID: 'ciyuan',
      OIDC_CLIENT_SECRET: 'secret',
      OIDC_REDIRECT_URL: 'https://ciyuan.example/v1/session/oidc/callback',
      OIDC_LOGIN_CLAIM: 'email',
      TRUSTED_PROXIES: '10.0.0.1, 10.0.1.0/24',
      BARE_START: 'true',
    };
    expect(readConfig(environment)).toEqual({
      port: 0,
      host: '0.0.0.0',
      databaseUrl: 'postgres://a:b@db:5432/c',
      databaseOwnerUrl: 'postgresql://o@db/c',
      dataDir: '/var/lib/x',
      redisUrl: 'rediss://cache:6379/0',
      identityKey: 'ab'.repeat(32),
      signIn: { idleMinutes: 10, hours: 8, secureCookies: true, attemptsPerMinute: 5 },
      oidc: {
        issuer: 'https://id.example',
        clientId: 'ciyuan',
        clientSecret: 'secret',
        redirectUrl: 'https://ciyuan.example/v1/session/oidc/callback',
        loginClaim: 'email',
      },
      trustedProxies: ['10.0.0.1', '10.0.1.0/24'],
      startsBare: true,
    });
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '0x10'],
    ['PORT', '80.5'],
    ['DATABASE_URL', 'mysql://secret@x/y'],
    ['DATABASE_URL', 'secret'],
    ['DATABASE_OWNER_URL', 'http://secret@x/y'],
    ['REDIS_URL', 'secret:6379'],
    ['IDENTITY_KEY', 'secret'],
    ['SESSION_IDLE_MINUTES', '99999'],
    ['SESSION_HOURS', 'secret'],
    ['SECURE_COOKIES', 'secret'],
    ['SIGN_IN_ATTEMPTS_PER_MINUTE', '-1'],
    ['OIDC_ISSUER', 'http://secret.example'],
    ['OIDC_REDIRECT_URL', 'secret'],
    ['OIDC_LOGIN_CLAIM', 'secret'],
  ])('refuses %s=%s by name, without repeating it', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(ConfigError);
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name} must be a`));
    expect(() => readConfig({ [name]: value })).not.toThrow(value);
  });

  it('takes an issuer without https on this machine alone, and all of its variables or none', () => {
    const oidc = {
      OIDC_CLIENT_ID: 'a',
      OIDC_CLIENT_SECRET: 'b',
      OIDC_REDIRECT_URL: 'http://127.0.0.1:3000/x',
    };
    expect(readConfig({ OIDC_ISSUER: 'http://127.0.0.1:9000', ...oidc }).oidc).toMatchObject({
      issuer: 'http://127.0.0.1:9000',
      loginClaim: 'preferred_username',
    });
    expect(() => readConfig(oidc)).toThrow(/must be set together/);
    expect(() => readConfig({ OIDC_ISSUER: 'https://id.example' })).toThrow(/must be set together/);
  });

  it('names all variables at fault at once', () => {
    expect(() => readConfig({ PORT: 'x', REDIS_URL: 'y' })).toThrow(/PORT must be .*; REDIS_URL must be /);
  });

  it('is injected', async () => {
    const given = readConfig({ PORT: '4000' });
    const module = await Test.createTestingModule({ imports: [ConfigModule.forRoot(given)] }).compile();
    expect(module.get(Config)).toBe(given);
  });
});
