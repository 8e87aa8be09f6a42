import { mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const GIBIBYTE = 2 ** 30;
const NAME = /^ciyuan-test-(\d+)-/;

/** A new folder for the server of this run; what killed runs have left is swept away. */
export function makeServerFolder(): string {
  const parent = memoryFolder();
  for (const name of readdirSync(parent)) if (isAbandoned(name)) removeFolder(join(parent, name));
  return mkdtempSync(join(parent, `ciyuan-test-${process.pid}-`));
}

/** A server that is still stopping may put a file back while the folder is being emptied. */
export function removeFolder(path: string): void {
  rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
}

/** A server whose folder is gone notices within a minute, and ends. */
function isAbandoned(name: string): boolean {
  const pid = NAME.exec(name)?.[1];
  if (pid === undefined) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** In memory where there is room for a few dozen databases: cloning is twenty times faster there. */
function memoryFolder(): string {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    return bavail * bsize > GIBIBYTE ? '/dev/shm' : tmpdir();
  } catch {
    return tmpdir();
  }
}
