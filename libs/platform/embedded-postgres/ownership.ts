import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { EmbeddedPostgresError } from './embedded-postgres-error';
import type { ServerFolder } from './folder';
import { isAlive, startTicks } from './processes';

interface Owner {
  readonly pid: number;
  readonly startTicks?: string;
}

/**
 * One process at a time owns the folder: a second `npm start` would otherwise take the running server for an
 * orphan and stop it. Returns how to give the folder back; refuses IN_USE while the owner lives.
 */
export function takeOwnership(folder: ServerFolder): () => void {
  const mine = describe(process.pid);
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (placeIfAbsent(folder.owner, mine)) return () => giveBack(folder.owner, mine);
    const found = readText(folder.owner);
    const owner = parseOwner(found);
    if (owner !== undefined && isLiving(owner)) throw inUse(folder, owner.pid);
    if (found !== undefined) discard(folder.owner, found);
  }
  throw inUse(folder, undefined);
}

/** Written aside and linked into place, so that nobody ever reads half a file. */
function placeIfAbsent(path: string, text: string): boolean {
  const aside = `${path}.${process.pid}`;
  writeFileSync(aside, text);
  return linkAndDrop(aside, path);
}

/** Takes the stale file away; puts it back when it turns out to be one that a new owner has just placed. */
function discard(path: string, stale: string): void {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (readText(aside) === stale) rmSync(aside, { force: true });
  else linkAndDrop(aside, path);
}

function linkAndDrop(aside: string, path: string): boolean {
  try {
    linkSync(aside, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function giveBack(path: string, mine: string): void {
  if (readText(path) === mine) rmSync(path, { force: true });
}

function describe(pid: number): string {
  const ticks = startTicks(pid);
  const owner: Owner = ticks === undefined ? { pid } : { pid, startTicks: ticks };
  return JSON.stringify(owner);
}

function isLiving(owner: Owner): boolean {
  if (!isAlive(owner.pid)) return false;
  const ticks = startTicks(owner.pid);
  return ticks === undefined || owner.startTicks === undefined || ticks === owner.startTicks;
}

function parseOwner(text: string | undefined): Owner | undefined {
  try {
    const owner = JSON.parse(text ?? '') as Partial<Owner> | null;
    return typeof owner?.pid === 'number' ? (owner as Owner) : undefined;
  } catch {
    return undefined;
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function inUse(folder: ServerFolder, pid: number | undefined): EmbeddedPostgresError {
  const who = pid === undefined ? 'another process' : `the running process ${pid}`;
  return new EmbeddedPostgresError(
    'IN_USE',
    `the database folder ${folder.root} belongs to ${who}: stop that one first, or set DATA_DIR to another place`,
  );
}
