import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');

/** Stands in for the compiler: copies every source to where its output would lie, and counts its runs. */
const BUILDER = `
const fs = require('node:fs'), path = require('node:path');
fs.appendFileSync('builds', 'x');
if (fs.existsSync('broken')) { console.error('syntax error'); process.exit(1); }
for (const file of fs.readdirSync('apps', { recursive: true }).filter((name) => name.endsWith('.ts'))) {
  const output = path.join('dist/apps', file.replace(/ts$/, 'js'));
  fs.mkdirSync(path.dirname(output), { recursive: true });
  fs.copyFileSync(path.join('apps', file), output);
}`;

describe('running an application by its name', () => {
  let folder: string;
  const place = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const run = (...words: string[]) => {
    const done = spawnSync(process.execPath, ['scripts/run.mjs', ...words], {
      cwd: folder,
      encoding: 'utf8',
    });
    return { code: done.status, out: done.stdout, err: done.stderr };
  };
  const builds = (): number => readFileSync(join(folder, 'builds'), 'utf8').length;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ciyuan-run-'));
    cpSync(join(ROOT, 'scripts'), join(folder, 'scripts'), { recursive: true });
    for (const file of ['package-lock.json', 'tsconfig.json', 'nest-cli.json']) place(file, '{}');
    place('node_modules/@nestjs/cli/bin/nest.js', BUILDER);
    place('apps/echo/src/main.ts', "console.log('said', ...process.argv.slice(2)); process.exitCode = 3;");
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('builds once, hands over the words and takes over the exit code', () => {
    expect(run('echo', 'a', '--b=c d')).toMatchObject({ code: 3, out: 'said a --b=c d\n' });
    expect(run('echo')).toEqual({ code: 3, out: 'said\n', err: '' });
    expect(builds()).toBe(1);
  });

  it('builds again when a source has changed, has come or has gone', () => {
    run('echo');
    place('apps/echo/src/main.ts', "console.log('changed');");
    expect(run('echo').out).toBe('changed\n');
    place('apps/echo/src/more.ts', '');
    run('echo');
    expect(existsSync(join(folder, 'dist/apps/echo/src/more.js'))).toBe(true);
    rmSync(join(folder, 'apps/echo/src/more.ts'));
    run('echo');
    expect(existsSync(join(folder, 'dist/apps/echo/src/more.js'))).toBe(false);
    utimesSync(join(folder, 'tsconfig.json'), 1, 1);
    run('echo');
    expect(builds()).toBe(5);
  });

  it('does not build for a spec', () => {
    run('echo');
    place('apps/echo/src/main.spec.ts', '');
    run('echo');
    expect(builds()).toBe(1);
  });

  it('says why a build failed, runs nothing, and builds again next time', () => {
    run('echo');
    place('broken', '');
    place('apps/echo/src/main.ts', "console.log('new');");
    const failed = run('echo');
    expect(failed).toMatchObject({ code: 1, out: '' });
    expect(failed.err).toContain('syntax error');
    rmSync(join(folder, 'broken'));
    expect(run('echo').out).toBe('new\n');
  });

  it.each([[[]], [['nobody']]])('refuses %p', (words) => {
    expect(run(...words)).toMatchObject({
      code: 1,
      err: expect.stringContaining('no application') as string,
    });
  });

  it('stands in place of npm’s shell, which would not pass a signal on', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const running = Object.values(scripts).filter((script) => script.includes('run.mjs'));
    expect(running.length).toBeGreaterThan(3);
    for (const script of running) expect(script).toMatch(/^exec node scripts\/run\.mjs \w+/);
  });
});
