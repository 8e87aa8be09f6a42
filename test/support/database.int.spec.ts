import { freshDatabase } from './database';
import { ask } from './server-folders';

const WHO = "select current_user || ' in ' || current_database() as answer";

describe('the databases of a test run', () => {
  it('gives each worker one, as the application and as the owner', async () => {
    const name = `test_${process.env['JEST_WORKER_ID']}`;
    expect(await ask(process.env['DATABASE_URL'], WHO)).toEqual([`ciyuan_app in ${name}`]);
    expect(await ask(process.env['DATABASE_OWNER_URL'], WHO)).toEqual([`ciyuan_owner in ${name}`]);
  });

  it('clones a fresh one that nobody else sees, migrated and empty', async () => {
    const one = await freshDatabase();
    const two = await freshDatabase();
    await ask(one.ownerUrl, 'create table mark (id int)');
    expect(await ask(one.ownerUrl, "select to_regclass('mark')::text as answer")).toEqual(['mark']);
    expect(await ask(two.ownerUrl, "select to_regclass('mark')::text as answer")).toEqual([null]);
    expect(await ask(two.ownerUrl, 'select count(*)::int > 0 as answer from migrations')).toEqual([true]);
    await one.drop();
    await two.drop();
    await expect(ask(one.ownerUrl, WHO)).rejects.toThrow('does not exist');
  });

  it('lets the application create no table', async () => {
    const database = await freshDatabase();
    await expect(ask(database.appUrl, 'create table mark (id int)')).rejects.toThrow('permission denied');
    await database.drop();
  });
});
