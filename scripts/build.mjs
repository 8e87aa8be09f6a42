import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildConsoleIfStale } from './build-console.mjs';
import { ROOT, buildIfStale } from './build-if-stale.mjs';

rmSync(join(ROOT, 'dist'), { recursive: true, force: true });
buildIfStale();
await buildConsoleIfStale();
