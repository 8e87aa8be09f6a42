import { type Binaries, findBinaries } from './binaries';
import { EmbeddedPostgresError } from './embedded-postgres-error';
import { type ServerFolder, openServerFolder } from './folder';
import { freePort } from './free-port';
import { initialiseCluster } from './initialise-cluster';
import { logTail, sizeOf } from './log-tail';
import { stopOrphan } from './orphan';
import { takeOwnership } from './ownership';
import { type RunAs, chooseRunAs } from './run-as';
import { ServerProcess } from './server-process';
import { type Durability, type Settings, settingWords } from './server-settings';

export interface EmbeddedPostgresOptions {
  /** Holds the cluster, its password, its log and the note of who owns it. Made when it is not there. */
  readonly folder: string;
  /** Any free one when left out. */
  readonly port?: number;
  /** `durable` when left out. */
  readonly durability?: Durability;
  readonly extraSettings?: Settings;
  /** Recovery after a crash counts too. Two minutes when left out. */
  readonly readyWithinMs?: number;
}

export interface EmbeddedPostgres {
  readonly host: string;
  readonly port: number;
  readonly pid: number;
  /** Of the role `postgres`, which may do everything. */
  readonly password: string;
  /** The superuser's URL of the database `postgres`. */
  readonly adminUrl: string;
  /** Whether the cluster was made by this start. */
  readonly fresh: boolean;
  /** Resolves when the server has ended, asked or not. */
  readonly ended: Promise<void>;
  /** Stops the server and gives the folder back. May be called again. */
  stop(): Promise<void>;
}

const HOST = '127.0.0.1';

/**
 * Starts a real PostgreSQL on the loopback address from the npm package's binaries. Rejects with an
 * {@link EmbeddedPostgresError}. The server ends with this process, however orderly that ends; after a kill the
 * next start stops it.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const binaries = findBinaries();
  const folder = openServerFolder(options.folder);
  const giveBack = takeOwnership(folder);
  try {
    const runAs = chooseRunAs(folder);
    const { password, fresh } = initialiseCluster(
      folder,
      binaries,
      runAs,
      options.durability === 'throwaway',
    );
    await stopOrphan(folder);
    const { server, port } = await launch(folder, binaries, runAs, options);
    const adminUrl = `postgres://postgres:${password}@${HOST}:${port}/postgres`;
    const stop = stopOnce(server, giveBack);
    return { host: HOST, port, pid: server.pid ?? 0, password, adminUrl, fresh, ended: server.ended, stop };
  } catch (error) {
    giveBack();
    throw error;
  }
}

/** A free port may be lost to another process before the server binds it: then the next one is tried. */
async function launch(
  folder: ServerFolder,
  binaries: Binaries,
  runAs: RunAs,
  options: EmbeddedPostgresOptions,
): Promise<{ server: ServerProcess; port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port ?? (await freePort());
    const settings = settingWords(options.durability ?? 'durable', options.extraSettings ?? {});
    const logStart = sizeOf(folder.log);
    const server = ServerProcess.spawn(folder, binaries, runAs, ['-p', String(port), ...settings]);
    const ready = await server.isReadyWithin(folder, options.readyWithinMs ?? 120_000);
    if (ready === true) return { server, port };
    await server.stop();
    const failure = explain(folder, port, logTail(folder.log, logStart), ready === undefined);
    if (failure.code !== 'PORT_IN_USE' || options.port !== undefined || attempt === 3) throw failure;
  }
}

function explain(folder: ServerFolder, port: number, log: string, late: boolean): EmbeddedPostgresError {
  const end = `the end of ${folder.log}:\n${log}`;
  if (late) {
    const what = `PostgreSQL in ${folder.data} was not ready in time and was stopped`;
    return new EmbeddedPostgresError('NOT_READY', `${what}: see the log and start again; ${end}`);
  }
  if (/could not bind|could not create any TCP\/IP sockets/.test(log)) {
    const what = `port ${port} is taken, so PostgreSQL in ${folder.data} did not start`;
    return new EmbeddedPostgresError('PORT_IN_USE', `${what}: choose another port; ${end}`);
  }
  const what = `PostgreSQL did not start on ${folder.data}`;
  const remedy = 'nothing was deleted: bring the folder back from a copy, or move it away to start empty';
  return new EmbeddedPostgresError('EXITED', `${what}; ${remedy}; ${end}`);
}

function stopOnce(server: ServerProcess, giveBack: () => void): () => Promise<void> {
  const atExit = (): void => {
    server.interrupt();
    giveBack();
  };
  process.once('exit', atExit);
  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    await server.stop();
    process.off('exit', atExit);
    giveBack();
  };
  return () => (stopping ??= stop());
}
