import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../libs/platform/embedded-postgres';

const PROGRAM = 'redis-server';
const PATIENCE_MS = 5_000;

export interface RedisServer {
  readonly url: string;
  /** Forgets everything that it holds. */
  flush(): Promise<void>;
  stop(): Promise<void>;
}

export const hasRedis = (): boolean => spawnSync(PROGRAM, ['--version']).status === 0;

/** A Redis of its own on a free port, which keeps nothing. */
export async function startRedis(): Promise<RedisServer> {
  const port = await freePort();
  const words = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const child = spawn(PROGRAM, words, { stdio: 'ignore' });
  const kill = (): boolean => child.kill('SIGKILL');
  process.once('exit', kill);
  for (const from = performance.now(); !(await says(port, 'PING', '+PONG')); await pause(10)) {
    if (performance.now() - from > PATIENCE_MS) throw new Error(`${PROGRAM} does not answer`);
  }
  return {
    url: `redis://127.0.0.1:${port}/0`,
    flush: async () => {
      if (!(await says(port, 'FLUSHALL', '+OK'))) throw new Error(`${PROGRAM} did not flush`);
    },
    stop: async () => {
      process.off('exit', kill);
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Whether the answer to a command begins so; false where nobody answers. */
function says(port: number, command: string, answer: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`${command}\r\n`));
    socket.once('data', (data) => {
      socket.destroy();
      resolve(String(data).startsWith(answer));
    });
    socket.once('error', () => resolve(false));
  });
}
