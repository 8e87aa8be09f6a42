// node scripts/run.mjs <app> <words...>: builds when needed, then runs dist/apps/<app> with these words.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT, buildIfStale } from './build-if-stale.mjs';

/** The applications that serve the console's pages. */
const WITH_CONSOLE = ['standalone'];

const [app, ...words] = process.argv.slice(2);
const main = join(ROOT, 'dist', 'apps', app ?? '', 'src', 'main.js');

try {
  buildIfStale();
  if (WITH_CONSOLE.includes(app)) await (await import('./build-console.mjs')).buildConsoleIfStale();
  if (app === undefined || !existsSync(main)) throw new Error(`there is no application "${app ?? ''}"`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

// In this very process: a signal reaches the application once and directly, and its exit code is ours.
process.setSourceMapsEnabled(true);
process.argv = [process.execPath, main, ...words];
await import(pathToFileURL(main).href);
