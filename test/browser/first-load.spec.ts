import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const FOLDER = resolve(__dirname, '../../dist/console');
const KILOBYTE = 1000;

interface Chunk {
  readonly file: string;
  readonly name?: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

const manifest = JSON.parse(readFileSync(join(FOLDER, '.vite', 'manifest.json'), 'utf8')) as Record<
  string,
  Chunk
>;

/** A chunk and all that it loads before it runs. */
function closureOf(names: readonly string[], known = new Set<string>()): ReadonlySet<string> {
  for (const name of names) {
    if (known.has(name)) continue;
    known.add(name);
    closureOf(manifest[name]?.imports ?? [], known);
  }
  return known;
}

/** As it goes over the line, with gzip. */
const compressedBytes = (names: ReadonlySet<string>): number =>
  [...names].reduce((sum, name) => sum + readFileSync(join(FOLDER, `${manifest[name]?.file}.gz`)).length, 0);

describe('the script that is loaded', () => {
  const signIn = closureOf(['index.html']);
  const dashboard = closureOf(['index.html', 'src/pages/dashboard/dashboard-page.tsx']);
  const charts = [...closureOf(['src/parts/echarts-chart.tsx'])].filter((name) => !dashboard.has(name));

  it('is less than 500 kB for signing in and the dashboard', () => {
    expect(dashboard.size).toBeGreaterThan(signIn.size);
    expect(compressedBytes(dashboard)).toBeLessThan(500 * KILOBYTE);
  });

  it('is less than 200 kB more for charts, and comes with none of the above', () => {
    expect(charts).toContain('src/parts/echarts-chart.tsx');
    expect(compressedBytes(new Set(charts))).toBeLessThan(200 * KILOBYTE);
  });

  it('comes in pieces: pages of other areas wait until somebody goes there', () => {
    const pages = Object.keys(manifest).filter((name) => name.startsWith('src/pages/'));
    expect(pages.length).toBeGreaterThan(3);
    expect(pages.filter((name) => signIn.has(name))).toEqual([]);
  });
});
