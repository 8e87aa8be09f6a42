import { setTimeout as delay } from 'node:timers/promises';
import { ask } from '../../../test/support/server-folders';
import { testServer } from '../../../test/support/test-server';
import { cloneDatabase, dropDatabase, ensureDatabase } from './cluster.store';

const ROLE = "select current_user || (case when rolsuper then ' may do all' else '' end) as answer";
const WHO = `${ROLE} from pg_roles where rolname = current_user`;

describe('the databases of a cluster', () => {
  afterAll(async () => {
    for (const name of ['ensured', 'ensured copy']) await dropDatabase(testServer(), name);
  });

  it('are made once, for an owner and an application who are no superusers', async () => {
    const urls = await ensureDatabase(testServer(), 'ensured');
    await ask(urls.ownerUrl, 'create table kept as select 7 as number');
    expect(await ensureDatabase(testServer(), 'ensured')).toEqual(urls);
    expect(await ask(urls.ownerUrl, WHO)).toEqual(['ciyuan_owner']);
    expect(await ask(urls.appUrl, WHO)).toEqual(['ciyuan_app']);
    expect(await ask(urls.ownerUrl, 'select number as answer from kept')).toEqual([7]);
  });

  it('give each role a password of its own', async () => {
    const { ownerUrl, appUrl } = await ensureDatabase(testServer(), 'ensured');
    const passwords = [ownerUrl, appUrl, testServer().adminUrl].map((url) => new URL(url).password);
    expect(new Set(passwords).size).toBe(3);
  });

  it('are copied with what is in them, whatever their name', async () => {
    const { ownerUrl } = await ensureDatabase(testServer(), 'ensured');
    await ask(ownerUrl, 'create table if not exists mark (id int)');
    const copy = await cloneDatabase(testServer(), 'ensured', 'ensured copy');
    expect(await ask(copy.ownerUrl, "select to_regclass('mark')::text as answer")).toEqual(['mark']);
  });

  it('are dropped under whoever is connected, and again without complaint', async () => {
    const { appUrl } = await cloneDatabase(testServer(), 'ensured', 'dropped');
    const sleeping = ask(appUrl, 'select pg_sleep(20)::text as answer').catch(String);
    await someoneSleeps('dropped');
    await dropDatabase(testServer(), 'dropped');
    await dropDatabase(testServer(), 'dropped');
    await expect(sleeping).resolves.toMatch(/terminating connection/);
  });
});

/** Until its statement runs, a connection that is ended says one of several things. */
async function someoneSleeps(database: string): Promise<void> {
  const asleep = `select count(*)::int as answer from pg_stat_activity
    where datname = '${database}' and wait_event = 'PgSleep'`;
  while ((await ask<number>(testServer().adminUrl, asleep))[0] === 0) await delay(20);
}
