import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { breachesOf } from './rules';
import { usualSize } from './size';
import { type Source, readSource } from './source';

const ROOT = resolve(__dirname, '../../..');

function sources(folder: string): Source[] {
  const entries = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && /\.[cm]?tsx?$|\.[cm]js$/.test(entry.name));
  const paths = files
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/node_modules/.test(path));
  return paths.map((path) =>
    readSource(relative(ROOT, path).split(sep).join('/'), readFileSync(path, 'utf8')),
  );
}

const all = ['apps', 'libs', 'db', 'test', 'scripts'].flatMap(sources);

describe('the house rules', () => {
  it('are kept by every file', () => {
    expect(all.length).toBeGreaterThan(100);
    expect(all.flatMap(({ path, text }) => breachesOf(path, text))).toEqual([]);
  });

  it('keep nine files in ten short', () => {
    expect(usualSize(all)).toBeUndefined();
  });
});
