import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

const SOURCES = ['apps', 'libs', 'db'];
const CONFIGURATION = ['package-lock.json', 'tsconfig.json', 'nest-cli.json'];
const STAMP = join(ROOT, 'dist', '.built');

/** Compiles everything when a source was changed, added or removed since the last build; says nothing else. */
export function buildIfStale() {
  const wanted = fingerprintOf(SOURCES, CONFIGURATION, isCompiled);
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  process.stderr.write('building ...\n');
  rmSync(STAMP, { force: true });
  const nest = join(ROOT, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
  const words = [nest, 'build', '--all', '--builder', 'swc'];
  const done = spawnSync(process.execPath, words, { cwd: ROOT, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`the build failed:\n${done.stdout ?? ''}${done.stderr ?? ''}`);
  removeOutputsWithoutSource();
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, wanted);
}

/** Of names, sizes and times, not of contents: some milliseconds for a thousand files. */
export function fingerprintOf(folders, configuration, isWanted) {
  const files = [...folders.flatMap((folder) => filesUnder(folder)), ...configuration];
  const hash = createHash('sha256').update(process.version);
  for (const file of files.filter(isWanted).sort()) {
    const { size, mtimeMs } = statSync(join(ROOT, file));
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

const isCompiled = (file) => !file.startsWith(join('apps', 'console')) && !file.endsWith('.spec.ts');

/** The builder leaves the output of a deleted file behind, and a glob of migrations would still run it. */
function removeOutputsWithoutSource() {
  for (const folder of SOURCES) {
    for (const output of filesUnder(join('dist', folder))) {
      const source = output.slice('dist/'.length).replace(/\.js(\.map)?$/, '.ts');
      const isOurs = /\.js(\.map)?$/.test(output) && isCompiled(source);
      if (isOurs && !existsSync(join(ROOT, source))) rmSync(join(ROOT, output));
    }
  }
}

/** Paths from the root of the repository. */
function filesUnder(folder) {
  const place = join(ROOT, folder);
  if (!existsSync(place)) return [];
  const entries = readdirSync(place, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1));
}
