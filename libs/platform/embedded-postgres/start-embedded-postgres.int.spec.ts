import { once } from 'node:events';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeFolder } from '../../../test/support/memory-folder';
import { ServerFolders, ask, serverPid, startInOtherProcess } from '../../../test/support/server-folders';
import { isAlive, isGoneWithin } from './processes';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './start-embedded-postgres';

const folders = new ServerFolders();
const started: EmbeddedPostgres[] = [];

async function start(folder: string, more: object = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ folder, durability: 'throwaway', ...more });
  started.push(server);
  return server;
}

beforeAll(() => folders.prepare());
afterEach(async () => {
  for (const server of started.splice(0)) await server.stop();
});
afterAll(() => removeFolder(folders.path));

describe('an embedded PostgreSQL', () => {
  it('makes a cluster, then finds it and its data again', async () => {
    const folder = folders.unused();
    const first = await start(folder);
    expect(first.fresh).toBe(true);
    await ask(first.adminUrl, 'create table kept as select 7 as number');
    await first.stop();
    const second = await start(folder);
    expect(second.fresh).toBe(false);
    expect(await ask(second.adminUrl, 'select number as answer from kept')).toEqual([7]);
  });

  it('asks for the password, which only the owner of the folder may read', async () => {
    const folder = folders.copy();
    const server = await start(folder);
    const wrong = server.adminUrl.replace(server.password, 'guessed');
    await expect(ask(wrong, 'select 1')).rejects.toThrow('password authentication failed');
    expect(statSync(join(folder, 'password')).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o077).toBe(0);
  });

  it('is durable unless asked otherwise, and takes settings', async () => {
    const server = await start(folders.copy(), { durability: 'durable', extraSettings: { work_mem: '7MB' } });
    expect(await ask(server.adminUrl, "select current_setting('fsync') as answer")).toEqual(['on']);
    expect(await ask(server.adminUrl, "select current_setting('work_mem') as answer")).toEqual(['7MB']);
    expect(await ask(server.adminUrl, "select current_setting('listen_addresses') as answer")).toEqual([
      '127.0.0.1',
    ]);
  });

  it('may be stopped twice, and gives the folder back', async () => {
    const folder = folders.copy();
    const server = await start(folder);
    await Promise.all([server.stop(), server.stop()]);
    await server.stop();
    expect(isAlive(server.pid)).toBe(false);
    await start(folder);
  });

  it('tells when the server ends by itself', async () => {
    const server = await start(folders.copy());
    process.kill(server.pid, 'SIGQUIT');
    await server.ended;
    expect(isAlive(server.pid)).toBe(false);
  });

  it('begins anew where an initdb was interrupted', async () => {
    const folder = folders.copy();
    writeFileSync(join(folder, '.initialising'), '');
    expect((await start(folder)).fresh).toBe(true);
  });

  it('stops the server of a killed process and keeps its data', async () => {
    const folder = folders.copy();
    const other = await startInOtherProcess(folder, 'setInterval(() => {}, 1000)');
    const orphan = await serverPid(other);
    other.kill('SIGKILL');
    await once(other, 'exit');
    expect(isAlive(orphan)).toBe(true);
    const server = await start(folder);
    expect(isAlive(orphan)).toBe(false);
    expect(await ask(server.adminUrl, 'select 1 as answer')).toEqual([1]);
  });

  it('leaves no server behind when the process just exits', async () => {
    const other = await startInOtherProcess(folders.copy(), 'process.exit(0)');
    expect(await isGoneWithin(await serverPid(other), 5_000)).toBe(true);
  });

  it('spares a stranger who has the id of an earlier server', async () => {
    const folder = folders.copy();
    writeFileSync(join(folder, 'data', 'postmaster.pid'), `${process.pid}\n`);
    await expect(start(folder)).resolves.toMatchObject({ fresh: false });
  });

  it.each([
    ['a process that has ended', JSON.stringify({ pid: 2 ** 22 + 1 })],
    ['a process whose id was given again', JSON.stringify({ pid: process.pid, startTicks: '1' })],
    ['nobody, being broken', '{'],
  ])('takes the folder over from %s', async (_who, text) => {
    const folder = folders.copy();
    writeFileSync(join(folder, 'owner.json'), text);
    await expect(start(folder)).resolves.toMatchObject({ fresh: false });
  });
});
