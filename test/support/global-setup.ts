import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { cloneDatabase, ensureDatabase, startEmbeddedPostgres } from '../../libs/platform/embedded-postgres';
import { makeServerFolder, removeFolder } from './memory-folder';
import { running } from './running-server';
import { TEMPLATE, announceTestServer } from './test-server';

const ROOT = resolve(__dirname, '../..');

/** Does nothing where it is built already. */
const BUILD_CONSOLE = "await (await import('./scripts/build-console.mjs')).buildConsoleIfStale()";

/** Runs once, before the first spec that needs a database: a server, the migrations, a database per worker. */
export default async function globalSetup({ maxWorkers }: { maxWorkers: number }): Promise<void> {
  await run(['--input-type=module', '-e', BUILD_CONSOLE], {}, 'the console cannot be built');
  const folder = makeServerFolder();
  const server = await startEmbeddedPostgres({ folder, durability: 'throwaway' });
  cleanUpAtExit(folder);
  running.server = server;
  const template = await ensureDatabase(server, TEMPLATE);
  await migrate(template.ownerUrl);
  for (let worker = 1; worker <= maxWorkers; worker += 1) {
    await cloneDatabase(server, TEMPLATE, `test_${worker}`);
  }
  announceTestServer(server);
}

/** A signal ends a process without its exit handlers, and those stop the server. */
function cleanUpAtExit(folder: string): void {
  process.once('exit', () => removeFolder(folder));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
}

/** In a process of its own: there the TypeScript of the migrations, aliases and all, is loaded as it is. */
async function migrate(ownerUrl: string): Promise<void> {
  const typeorm = ['node_modules/typeorm/cli.js', 'migration:run', '-d', 'db/data-source.ts'];
  const urls = { DATABASE_URL: ownerUrl, DATABASE_OWNER_URL: ownerUrl, SWC_NODE_PROJECT: 'tsconfig.json' };
  await run(['-r', '@swc-node/register', ...typeorm], urls, 'the migrations failed');
}

async function run(words: string[], extra: Record<string, string>, complaint: string): Promise<void> {
  const environment = { ...process.env, ...extra, NODE_OPTIONS: '' };
  await promisify(execFile)(process.execPath, words, { cwd: ROOT, env: environment }).catch(
    (error: unknown) => {
      const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
      throw new Error(`${complaint}:\n${stdout}${stderr}`, { cause: error });
    },
  );
}
