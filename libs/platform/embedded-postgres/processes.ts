import { readFileSync, realpathSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Whether the process runs; one that has ended and waits to be reaped does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return statFields(pid)?.[0] !== 'Z';
}

/** What tells a process from a later one with the same id; undefined where the system has no /proc. */
export const startTicks = (pid: number): string | undefined => statFields(pid)?.[19];

/** The words of a process's command line; undefined where the system has no /proc. */
export const commandLine = (pid: number): readonly string[] | undefined =>
  attempt(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0'));

/** The folder a process works in; undefined where the system does not tell. */
export const workingFolder = (pid: number): string | undefined =>
  attempt(() => realpathSync(`/proc/${pid}/cwd`));

/** Whether the process was gone within `milliseconds`. */
export async function isGoneWithin(pid: number, milliseconds: number): Promise<boolean> {
  const until = performance.now() + milliseconds;
  while (isAlive(pid)) {
    if (performance.now() > until) return false;
    await sleep(10);
  }
  return true;
}

/** The fields after the process's name: its name stands in brackets and may hold spaces. */
function statFields(pid: number): readonly string[] | undefined {
  const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
