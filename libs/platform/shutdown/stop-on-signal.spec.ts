import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

const ROOT = resolve(__dirname, '../../..');

/** Runs a process that stops by `stop`, sends it `signals` one after another, and answers its exit code. */
async function exitCode(
  stop: string,
  signals: readonly NodeJS.Signals[],
  patienceMs = 20_000,
): Promise<unknown> {
  const script = `require('./libs/platform/shutdown/stop-on-signal').stopOnSignal(${stop}, ${patienceMs});
    setInterval(() => {}, 1000); process.stdout.write('up');`;
  const environment = { ...process.env, SWC_NODE_PROJECT: 'tsconfig.json' };
  const words = ['-r', '@swc-node/register', '-e', script];
  const child = spawn(process.execPath, words, {
    cwd: ROOT,
    env: environment,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(child.stdout, 'data');
  for (const signal of signals) child.kill(signal);
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

describe('stopping on a signal', () => {
  it.each([
    ['one Ctrl-C', ['SIGINT']],
    ['a Ctrl-C that npm passes on too', ['SIGINT', 'SIGINT']],
    ['the word of a supervisor', ['SIGTERM']],
  ] as const)('ends in order at %s', async (_what, signals) => {
    expect(await exitCode('() => new Promise((done) => setTimeout(done, 100))', signals)).toBe(0);
  });

  it('ends with a failure when stopping fails', async () => {
    expect(await exitCode("() => Promise.reject(new Error('stuck'))", ['SIGTERM'])).toBe(1);
  });

  it('does not wait for ever', async () => {
    expect(await exitCode('() => new Promise(() => {})', ['SIGTERM'], 50)).toBe(1);
  });
});
