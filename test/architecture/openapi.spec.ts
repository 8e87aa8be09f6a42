import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ROOT } from './cruise';

describe('the description of the API, and the client', () => {
  it('are what the controllers say; if not: npm run openapi', async () => {
    // In a process of its own: it loads a compiler, every application, and packages that are ES modules.
    const words = ['-r', '@swc-node/register', 'scripts/openapi/write-openapi.ts', '--check'];
    const env = { ...process.env, SWC_NODE_PROJECT: 'tsconfig.json' };
    const settings = { cwd: ROOT, env };
    const found = await promisify(execFile)(process.execPath, words, settings).catch(
      (error: unknown) => error,
    );
    expect(found).toMatchObject({ stdout: '', stderr: '' });
    expect(found).not.toBeInstanceOf(Error);
  }, 60_000);
});
