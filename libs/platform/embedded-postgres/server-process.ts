import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries';
import type { ServerFolder } from './folder';
import type { RunAs } from './run-as';

const FAST_STOP_MS = 30_000;

/** One running `postgres`. */
export class ServerProcess {
  /** Resolves when the process has ended, for whatever reason; never rejects. */
  readonly ended: Promise<void>;
  private over = false;

  private constructor(private readonly child: ChildProcess) {
    const done = (): void => {
      this.over = true;
    };
    this.ended = once(child, 'exit').then(done, done);
    // Without a listener a late error of the child would end this process.
    child.on('error', () => undefined);
    child.unref();
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  /** Detached, so that Ctrl-C in a terminal reaches the applications first and the server last. */
  static spawn(
    folder: ServerFolder,
    binaries: Binaries,
    runAs: RunAs,
    words: readonly string[],
  ): ServerProcess {
    const log = openSync(folder.log, 'a', 0o600);
    const [command = '', ...rest] = [...runAs.prefix, binaries.postgres, '-D', folder.data, ...words];
    const stdio: StdioOptions = ['ignore', log, log];
    const child = spawn(command, rest, { cwd: folder.root, stdio, detached: true, ...runAs.account });
    closeSync(log);
    return new ServerProcess(child);
  }

  /** Whether the server answers; false when it ended instead, undefined when neither came in time. */
  async isReadyWithin(folder: ServerFolder, milliseconds: number): Promise<boolean | undefined> {
    const until = performance.now() + milliseconds;
    while (performance.now() < until) {
      if (this.over) return false;
      if (this.saysReady(folder)) return true;
      await sleep(10);
    }
    return undefined;
  }

  /** Rolls back what is open and ends; a server that hangs is ended without a checkpoint. */
  async stop(): Promise<void> {
    if (this.over) return;
    this.child.ref();
    this.interrupt();
    const hard = setTimeout(() => this.child.kill('SIGQUIT'), FAST_STOP_MS);
    await this.ended;
    clearTimeout(hard);
  }

  interrupt(): void {
    if (!this.over) this.child.kill('SIGINT');
  }

  /** PostgreSQL writes its state into the eighth line of its pid file. */
  private saysReady(folder: ServerFolder): boolean {
    try {
      const lines = readFileSync(join(folder.data, 'postmaster.pid'), 'utf8').split('\n');
      return Number(lines[0]) === this.pid && lines[7]?.trim() === 'ready';
    } catch {
      return false;
    }
  }
}
