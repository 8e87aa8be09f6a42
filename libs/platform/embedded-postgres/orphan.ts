import { readFileSync, realpathSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error';
import type { ServerFolder } from './folder';
import { commandLine, isAlive, isGoneWithin, workingFolder } from './processes';

const PATIENCE_MS = 30_000;

/**
 * Stops the server of a process that was killed before it could. Call it as the folder's owner only. Refuses
 * ORPHAN_STUCK when the server does not stop.
 */
export async function stopOrphan(folder: ServerFolder): Promise<void> {
  const pidFile = join(folder.data, 'postmaster.pid');
  const pid = pidIn(pidFile);
  if (pid === undefined || !isAlive(pid)) return;
  // After a power cut the id may be another process's by now: that one must live, and the file misleads.
  if (!servesFolder(pid, folder)) return rmSync(pidFile, { force: true });
  if (interrupt(pid) && (await isGoneWithin(pid, PATIENCE_MS))) return;
  throw new EmbeddedPostgresError(
    'ORPHAN_STUCK',
    `an earlier PostgreSQL (process ${pid}) still holds ${folder.data} and does not stop: end it by hand`,
  );
}

/** By the folder it works in, not by the path it was given: that may lead there in another way. */
export function servesFolder(pid: number, folder: Pick<ServerFolder, 'data'>): boolean {
  const words = commandLine(pid);
  if (words !== undefined && basename(words[0] ?? '') !== 'postgres') return false;
  const place = workingFolder(pid);
  return place === undefined || place === realpathSync(folder.data);
}

function interrupt(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGINT');
  } catch {
    return false;
  }
}

function pidIn(pidFile: string): number | undefined {
  try {
    const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}
