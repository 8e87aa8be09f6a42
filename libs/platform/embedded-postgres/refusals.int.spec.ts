import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { type Server, createServer } from 'node:net';
import { join } from 'node:path';
import { removeFolder } from '../../../test/support/memory-folder';
import { ServerFolders, serverPid, startInOtherProcess } from '../../../test/support/server-folders';
import { findBinaries } from './binaries';
import { EmbeddedPostgresError } from './embedded-postgres-error';
import { startEmbeddedPostgres } from './start-embedded-postgres';

const folders = new ServerFolders();

beforeAll(() => folders.prepare());
afterAll(() => removeFolder(folders.path));

async function refusalOf(folder: string, more: object = {}): Promise<EmbeddedPostgresError> {
  const outcome = await startEmbeddedPostgres({ folder, durability: 'throwaway', ...more }).then(
    (server) => server.stop(),
    (error: unknown) => error,
  );
  if (outcome instanceof EmbeddedPostgresError) return outcome;
  throw new Error('the server started, or failed in an unforeseen way', { cause: outcome });
}

/** Listens on the loopback address until closed. */
async function occupy(): Promise<{ listener: Server; port: number }> {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  return { listener, port: (listener.address() as { port: number }).port };
}

describe('an embedded PostgreSQL refuses', () => {
  it('a folder that another living process owns, and leaves its server alone', async () => {
    const folder = folders.copy();
    const other = await startInOtherProcess(folder, 'setInterval(() => {}, 1000)');
    const pid = await serverPid(other);
    const refusal = await refusalOf(folder);
    expect(refusal.code).toBe('IN_USE');
    expect(refusal.message).toContain(folder);
    expect(refusal.message).toContain(String(other.pid));
    expect(() => process.kill(pid, 0)).not.toThrow();
    other.kill('SIGTERM');
    process.kill(pid, 'SIGINT');
  });

  it('a folder that this process has open already', async () => {
    const folder = folders.copy();
    const server = await startEmbeddedPostgres({ folder, durability: 'throwaway' });
    expect((await refusalOf(folder)).code).toBe('IN_USE');
    await server.stop();
  });

  it('files that are no cluster, and deletes none', async () => {
    const folder = folders.unused();
    mkdirSync(join(folder, 'data'), { recursive: true });
    writeFileSync(join(folder, 'data', 'thesis.txt'), 'ten years of work');
    const refusal = await refusalOf(folder);
    expect(refusal.code).toBe('NOT_A_CLUSTER');
    expect(refusal.message).toContain(join(folder, 'data'));
    expect(readdirSync(join(folder, 'data'))).toEqual(['thesis.txt']);
  });

  it('a file where the folder should be', async () => {
    const folder = folders.unused();
    mkdirSync(folder);
    writeFileSync(join(folder, 'data'), '');
    expect((await refusalOf(folder)).code).toBe('NOT_A_CLUSTER');
    expect((await refusalOf(join(folder, 'data'))).code).toBe('FOLDER_NOT_USABLE');
  });

  it('a cluster that lost its PG_VERSION', async () => {
    const folder = folders.copy();
    rmSync(join(folder, 'data', 'PG_VERSION'));
    expect((await refusalOf(folder)).code).toBe('NOT_A_CLUSTER');
    expect(existsSync(join(folder, 'data', 'base'))).toBe(true);
  });

  it('a cluster of another major version', async () => {
    const folder = folders.copy();
    writeFileSync(join(folder, 'data', 'PG_VERSION'), '15\n');
    const refusal = await refusalOf(folder);
    expect(refusal.code).toBe('VERSION_MISMATCH');
    expect(refusal.message).toMatch(/PostgreSQL 15.*PostgreSQL 18/);
  });

  it('a cluster whose password is lost', async () => {
    const folder = folders.copy();
    rmSync(join(folder, 'password'));
    expect((await refusalOf(folder)).code).toBe('PASSWORD_MISSING');
  });

  it('a damaged cluster, with the end of the log, again and again', async () => {
    const folder = folders.copy();
    truncateSync(join(folder, 'data', 'global', 'pg_control'), 10);
    for (const attempt of [1, 2]) {
      const refusal = await refusalOf(folder);
      expect([attempt, refusal.code]).toEqual([attempt, 'EXITED']);
      expect(refusal.message).toContain(join(folder, 'data'));
      expect(refusal.message).toContain('pg_control');
      expect(refusal.message.match(/could not read file/g)).toHaveLength(1);
    }
  });

  it('a port that is taken', async () => {
    const { listener, port } = await occupy();
    const refusal = await refusalOf(folders.copy(), { port });
    listener.close();
    expect(refusal.code).toBe('PORT_IN_USE');
    expect(refusal.message).toContain(String(port));
  });

  it('to wait for ever', async () => {
    const folder = folders.copy();
    expect((await refusalOf(folder, { readyWithinMs: 0 })).code).toBe('NOT_READY');
    expect(existsSync(join(folder, 'data', 'postmaster.pid'))).toBe(false);
  });

  it('a setting that PostgreSQL does not know', async () => {
    const refusal = await refusalOf(folders.copy(), { extraSettings: { no_such_setting: '1' } });
    expect(refusal.code).toBe('EXITED');
    expect(refusal.message).toContain('no_such_setting');
  });

  it('a place where initdb fails, until it is in order', async () => {
    const folder = folders.unused();
    mkdirSync(folder);
    symlinkSync('/nowhere/at/all', join(folder, 'data'));
    const refusal = await refusalOf(folder);
    expect(refusal.code).toBe('INITDB_FAILED');
    expect(refusal.message).toContain(join(folder, 'data'));
    await (await startEmbeddedPostgres({ folder, durability: 'throwaway' })).stop();
  });

  it('a platform without binaries', () => {
    const platform = Object.getOwnPropertyDescriptor(process, 'platform');
    Object.defineProperty(process, 'platform', { ...platform, value: 'plan9' });
    try {
      expect(findBinaries).toThrow(expect.objectContaining({ code: 'NO_BINARIES' }) as Error);
    } finally {
      Object.defineProperty(process, 'platform', platform ?? {});
    }
  });
});
