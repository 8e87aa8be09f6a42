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
    };
    expect(readConfig(environment)).toEqual({
      port: 0,
      host: '0.0.0.0',
      databaseUrl: 'postgres://a:b@db:5432/c',
      databaseOwnerUrl: 'postgresql://o@db/c',
      dataDir: '/var/lib/x',
      redisUrl: 'rediss://cache:6379/0',
      identityKey: 'ab'.repeat(32),
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
  ])('refuses %s=%s by name, without repeating it', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(ConfigError);
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name} must be a`));
    expect(() => readConfig({ [name]: value })).not.toThrow(value);
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
