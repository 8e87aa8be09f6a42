import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigError } from '@ciyuan/platform/config';
import {
  STORED_DATABASE,
  ensureDatabase,
  runningServer,
  startEmbeddedPostgres,
} from '@ciyuan/platform/embedded-postgres';
import { removeFolder } from '../../../../test/support/memory-folder';
import { ServerFolders, ask } from '../../../../test/support/server-folders';
import { ScratchDatabase } from '../scratch/scratch-engine';
import { openStoredDatabase } from './stored-database';

const NOBODY = 2 ** 22 + 1;

describe('the database that is stored', () => {
  const folders = new ServerFolders();
  beforeAll(() => folders.prepare());
  afterAll(() => removeFolder(folders.path));

  /** A data folder with a stopped server in it. */
  const dataFolder = async (): Promise<string> => {
    const folder = folders.unused();
    await mkdir(folder);
    renameSync(folders.copy(), join(folder, 'postgres'));
    return folder;
  };
  const user = 'select current_user::text as answer';

  it('is that of DATABASE_URL, which is left as it is', async () => {
    const appUrl = 'postgres://ciyuan_app:secret@nowhere:5432/ciyuan';
    const stored = await openStoredDatabase({ DATABASE_URL: appUrl, DATA_DIR: folders.unused() });
    expect(stored.appUrl).toBe(appUrl);
    await stored.close();
  });

  it('is not made where nothing is', async () => {
    const nothing = folders.unused();
    await expect(openStoredDatabase({ DATA_DIR: nothing })).rejects.toThrow(ConfigError);
    await expect(openStoredDatabase({ DATA_DIR: nothing })).rejects.toThrow(
      `nothing is stored under ${nothing}`,
    );
    expect(existsSync(nothing)).toBe(false);
  });

  it('is that of a stopped server, which runs for as long as it is looked at', async () => {
    const folder = await dataFolder();
    const first = await openStoredDatabase({ DATA_DIR: folder });
    expect(await ask(first.appUrl, user)).toEqual(['ciyuan_app']);
    expect(runningServer(join(folder, 'postgres'))).toBeDefined();
    await first.close();
    expect(runningServer(join(folder, 'postgres'))).toBeUndefined();
    const again = await openStoredDatabase({ DATA_DIR: folder });
    expect(await ask(again.appUrl, user)).toEqual(['ciyuan_app']);
    await again.close();
  });

  it('is one that a demonstration has left there', async () => {
    const kept = folders.unused();
    const scratch = await ScratchDatabase.start({ durability: 'durable', keptIn: kept });
    await expect(ScratchDatabase.start({ durability: 'durable', keptIn: kept })).rejects.toThrow(
      `${kept} holds something already`,
    );
    await scratch.stop();
    const stored = await openStoredDatabase({ DATA_DIR: kept });
    expect(await ask(stored.appUrl, user)).toEqual(['ciyuan_app']);
    expect(await ask(stored.appUrl, 'SELECT count(*)::int AS answer FROM ciyuan.account')).toEqual([0]);
    await stored.close();
  });

  it('is that of a server that runs there, which goes on running', async () => {
    const folder = await dataFolder();
    const server = await startEmbeddedPostgres({ folder: join(folder, 'postgres'), durability: 'throwaway' });
    try {
      const { appUrl } = await ensureDatabase(server, STORED_DATABASE);
      const stored = await openStoredDatabase({ DATA_DIR: folder });
      expect(stored.appUrl).toBe(appUrl);
      expect(runningServer(join(folder, 'postgres'))).toEqual({
        host: server.host,
        port: server.port,
        password: server.password,
        adminUrl: server.adminUrl,
      });
      await stored.close();
      expect(await ask(appUrl, user)).toEqual(['ciyuan_app']);
    } finally {
      await server.stop();
    }
  });

  it.each([
    ['has died', (lines: string[]) => [String(NOBODY), ...lines.slice(1)]],
    ['left its number to another process', (lines: string[]) => [String(process.pid), ...lines.slice(1)]],
    ['is not to be read', () => ['garbage']],
    ['has no port yet', (lines: string[]) => lines.slice(0, 3)],
  ])('is not that of a server that %s', async (_what, spoilt) => {
    const folder = join(await dataFolder(), 'postgres');
    const pidFile = join(folder, 'data', 'postmaster.pid');
    const server = await startEmbeddedPostgres({ folder, durability: 'throwaway' });
    const lines = readFileSync(pidFile, 'utf8').split('\n');
    try {
      expect(runningServer(folder)).toMatchObject({ port: server.port });
      writeFileSync(pidFile, spoilt(lines).join('\n'));
      expect(runningServer(folder)).toBeUndefined();
    } finally {
      writeFileSync(pidFile, lines.join('\n'));
      await server.stop();
    }
  });
});
