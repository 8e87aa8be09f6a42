import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'vite';
import { ROOT, fingerprintOf } from './build-if-stale.mjs';
import { consoleConfig } from './console-config.mjs';

const OUTPUT = join(ROOT, 'dist', 'console');
const STAMP = join(ROOT, 'dist', '.built-console');
const SOURCES = ['apps/console', 'libs/core', 'libs/client'];
const CONFIGURATION = ['package-lock.json', 'scripts/console-config.mjs', 'scripts/build-console.mjs'];
const COMPRESSED = /\.(js|css|svg|html)$/;

/** Builds the pages of the console when anything that they are made of has changed. */
export async function buildConsoleIfStale() {
  const wanted = fingerprintOf(SOURCES, CONFIGURATION, (file) => !file.endsWith('.spec.ts'));
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  process.stderr.write('building the console ...\n');
  rmSync(STAMP, { force: true });
  const environment = process.env.NODE_ENV;
  // Whoever asks for it, a test too, gets what people get.
  process.env.NODE_ENV = 'production';
  await build(consoleConfig);
  if (environment === undefined) delete process.env.NODE_ENV;
  else process.env.NODE_ENV = environment;
  compressAll(OUTPUT);
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, wanted);
}

/** Once, as well as can be, and not for every browser that asks. */
function compressAll(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((one) => one.isFile() && COMPRESSED.test(one.name))) {
    const file = join(entry.parentPath, entry.name);
    const content = readFileSync(file);
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
    writeFileSync(`${file}.br`, brotliCompressSync(content, quality));
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  }
}
