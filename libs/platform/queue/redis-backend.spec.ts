import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { freePort } from '@ciyuan/platform/embedded-postgres';

const ROOT = resolve(__dirname, '../../..');

/** A process of its own: BullMQ keeps timers of some seconds for a Redis that has gone, and only an exit ends them. */
function script(port: number): string {
  return `
    const { BullQueue } = require('./libs/platform/queue/bull-queue');
    const { redisBackend } = require('./libs/platform/queue/redis-backend');
    const queue = new BullQueue(() => redisBackend('redis://127.0.0.1:${port}/0'));
    const job = { id: 'run-1', name: 'run', data: { runId: 1 }, attempts: 1, pauseMs: 10 };
    const course = [];
    queue.work(() => Promise.resolve());
    queue.add(job).then(() => course.push('added'), () => course.push('not added'))
      .then(() => queue.close()).then(() => course.push('closed'))
      .then(() => { process.stdout.write(course.join(', ') + '\\n', () => process.exit(0)); });`;
}

describe('a queue whose Redis is not there', () => {
  it('says so to whoever adds a job, and closes', async () => {
    const words = ['-r', '@swc-node/register', '-e', script(await freePort())];
    const env = { ...process.env, SWC_NODE_PROJECT: 'tsconfig.json' };
    const child = spawn(process.execPath, words, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'ignore'] });
    let said = '';
    child.stdout.on('data', (data) => (said += String(data)));
    const [code] = (await once(child, 'close')) as [number | null];
    expect([code, said.split('\n').at(-2)]).toEqual([0, 'not added, closed']);
  });
});
