import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Binaries, MAJOR_VERSION } from './binaries';
import { EmbeddedPostgresError } from './embedded-postgres-error';
import type { ServerFolder } from './folder';
import type { RunAs } from './run-as';

export interface ClusterState {
  readonly password: string;
  readonly fresh: boolean;
}

/**
 * Opens the cluster of the folder, or makes one where there is none. Deletes nothing but what an interrupted
 * initdb of ours has left. Refuses NOT_A_CLUSTER, VERSION_MISMATCH, PASSWORD_MISSING, INITDB_FAILED.
 */
export function initialiseCluster(
  folder: ServerFolder,
  binaries: Binaries,
  runAs: RunAs,
  throwaway: boolean,
): ClusterState {
  if (existsSync(folder.initialising)) rmSync(folder.data, { recursive: true, force: true });
  if (!isEmpty(folder)) return { password: checkedPassword(folder), fresh: false };
  writeFileSync(folder.initialising, 'initdb was interrupted: this cluster is half-made\n');
  const password = randomBytes(24).toString('base64url');
  writeFileSync(folder.password, password, { mode: 0o600 });
  if (runAs.account) chownSync(folder.password, runAs.account.uid, runAs.account.gid);
  runInitdb(folder, binaries, runAs, throwaway);
  rmSync(folder.initialising);
  return { password, fresh: true };
}

function isEmpty(folder: ServerFolder): boolean {
  const found = statSync(folder.data, { throwIfNoEntry: false });
  if (found === undefined) return true;
  if (found.isDirectory()) return readdirSync(folder.data).length === 0;
  throw new EmbeddedPostgresError(
    'NOT_A_CLUSTER',
    `${folder.data} is a file, not a database folder: move it away`,
  );
}

function checkedPassword(folder: ServerFolder): string {
  const version = readTrimmed(join(folder.data, 'PG_VERSION'));
  if (version === undefined) throw notACluster(folder);
  if (version !== MAJOR_VERSION) throw versionMismatch(folder, version);
  const password = readTrimmed(folder.password);
  if (password !== undefined && password !== '') return password;
  throw new EmbeddedPostgresError(
    'PASSWORD_MISSING',
    `${folder.password} is missing, and without it the database in ${folder.data} cannot be opened: ` +
      'bring the file back from a copy of the folder, or move the folder away to start with an empty database',
  );
}

function runInitdb(folder: ServerFolder, binaries: Binaries, runAs: RunAs, throwaway: boolean): void {
  const settings = ['-D', folder.data, '-U', 'postgres', '--encoding=UTF8', '--locale=C.UTF-8'];
  const access = ['--auth=scram-sha-256', `--pwfile=${folder.password}`];
  const haste = throwaway ? ['--no-sync', '--no-data-checksums'] : [];
  const [command = '', ...words] = [...runAs.prefix, binaries.initdb, ...settings, ...access, ...haste];
  const done = spawnSync(command, words, { cwd: folder.root, encoding: 'utf8', ...runAs.account });
  if (done.status === 0) return;
  const reason = (done.error?.message ?? done.stderr).trim().split('\n').slice(-8).join('\n');
  throw new EmbeddedPostgresError(
    'INITDB_FAILED',
    `initdb could not make a database in ${folder.data}:\n${reason}\n` +
      'check free space and permissions there and start again, or set DATA_DIR to another place',
  );
}

function notACluster(folder: ServerFolder): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'NOT_A_CLUSTER',
    `${folder.data} holds files but no PG_VERSION, so it is no database of ours, or a broken one: ` +
      'nothing was touched; bring it back from a copy, or move it away to start with an empty database',
  );
}

function versionMismatch(folder: ServerFolder, version: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'VERSION_MISMATCH',
    `${folder.data} was made by PostgreSQL ${version}, this is PostgreSQL ${MAJOR_VERSION}: nothing was touched; ` +
      `dump it with PostgreSQL ${version} and load it anew, or move it away to start with an empty database`,
  );
}

function readTrimmed(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined;
}
