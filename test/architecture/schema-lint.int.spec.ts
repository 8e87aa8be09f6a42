import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { PLACEMENT, lintSchema } from './schema-lint';

const ROOT = resolve(__dirname, '../..');

let database: FreshDatabase;
let client: Client;

beforeAll(async () => {
  database = await freshDatabase();
  client = new Client(database.ownerUrl);
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

/** Each fault is planted in a transaction that is rolled back. */
async function breachesOf(planted: string, placement = PLACEMENT): Promise<string[]> {
  await client.query('BEGIN');
  try {
    await client.query(planted);
    return (await lintSchema(client, placement)).map((breach) => breach.why);
  } finally {
    await client.query('ROLLBACK');
  }
}

describe('the schema can be distributed by account without changing a query', () => {
  it('keeps every rule', async () => {
    expect(await lintSchema(client)).toEqual([]);
  });

  it.each([
    ['table without a placement', 'CREATE TABLE ciyuan.stray (id bigint PRIMARY KEY)', {}],
    ['placed table is missing', 'SELECT 1', { absent: 'account_id' }],
    ['no distribution column', 'CREATE TABLE ciyuan.planted (id bigint)', { planted: 'account_id' }],
    [
      'distribution column nullable or generated',
      'CREATE TABLE ciyuan.planted (account_id bigint)',
      { planted: 'account_id' },
    ],
    [
      'distribution columns of different types',
      'CREATE TABLE ciyuan.planted (account_id uuid NOT NULL)',
      { planted: 'account_id' },
    ],
    [
      'unique or exclusion without the distribution column',
      'CREATE TABLE ciyuan.planted (account_id bigint NOT NULL, id bigint PRIMARY KEY)',
      { planted: 'account_id' },
    ],
    [
      'foreign key from a reference table to a distributed one',
      'CREATE TABLE ciyuan.planted (id bigint REFERENCES ciyuan.account (account_id))',
      { planted: 'reference' },
    ],
    [
      'foreign key without the distribution column at the same place',
      `CREATE TABLE ciyuan.planted (account_id bigint NOT NULL, other bigint,
         FOREIGN KEY (other) REFERENCES ciyuan.account (account_id))`,
      { planted: 'account_id' },
    ],
    [
      'foreign key action on the distribution column',
      `CREATE TABLE ciyuan.planted (account_id bigint NOT NULL REFERENCES ciyuan.account (account_id) ON DELETE SET NULL)`,
      { planted: 'account_id' },
    ],
    [
      'sequence column on a distributed table',
      'CREATE TABLE ciyuan.planted (account_id bigint NOT NULL, id bigint GENERATED ALWAYS AS IDENTITY)',
      { planted: 'account_id' },
    ],
    [
      'partitioned reference table',
      'CREATE TABLE ciyuan.planted (id bigint) PARTITION BY RANGE (id)',
      { planted: 'reference' },
    ],
    [
      'trigger function that reads another table',
      `CREATE FUNCTION ciyuan.nosy() RETURNS trigger LANGUAGE plpgsql AS
         'BEGIN PERFORM 1 FROM ciyuan.account; RETURN NULL; END'`,
      {},
    ],
    ['table outside the schema of its own', 'CREATE TABLE public.stray (id bigint)', {}],
  ])('refuses: %s', async (why, planted, more) => {
    expect(await breachesOf(planted, { ...PLACEMENT, ...more })).toContain(why);
  });
});

describe('the statements of the stores', () => {
  const stores = readdirSync(join(ROOT, 'libs'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.store.ts'),
  );

  it('are found', () => {
    expect(stores.length).toBeGreaterThan(10);
  });

  it.each(stores)(
    '%s passes values in instead of volatile functions, and locks no rows by SELECT',
    (file) => {
      const text = readFileSync(join(ROOT, 'libs', file), 'utf8');
      expect(text).not.toMatch(
        /\b(now\(\)|clock_timestamp|gen_random_uuid|random\(\)|current_timestamp|for update)/i,
      );
    },
  );
});
