import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const SYSTEM_CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const UNPACK =
  "import('@sparticuz/chromium').then(async ({ default: packed }) => process.stdout.write(await packed.executablePath()))";

/** Nothing of the browser's own goes out: no updates, no lookups. */
export const QUIET_CHROMIUM: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The Chromium of `CHROMIUM_PATH`, or the system's, or the one that comes as a package; `CHROMIUM=package` takes that one
 * wherever there are others. Its own arguments are for machines without shared memory or rights: a single process, and
 * no security between origins. None of them is needed here, and the last would hide faults.
 */
export function installedChromium(): string {
  const { CHROMIUM, CHROMIUM_PATH = '' } = process.env;
  const found = [CHROMIUM_PATH, ...SYSTEM_CHROMIUM].find((path) => path !== '' && existsSync(path));
  return CHROMIUM === 'package' || found === undefined ? packedChromium() : found;
}

/** Unpacked once for all that run beside one another: what is there under its name is there whole. */
function packedChromium(): string {
  const home = join(tmpdir(), 'ciyuan-chromium');
  const path = join(home, 'chromium');
  if (existsSync(path)) return path;
  const folder = mkdtempSync(`${home}-`);
  const unpacked = unpackBelow(folder);
  try {
    renameSync(dirname(unpacked), home);
  } catch {
    // Somebody else was quicker.
    rmSync(folder, { recursive: true, force: true });
  }
  return path;
}

/** The package unpacks itself into the temporary folder, which another process has its own of. */
function unpackBelow(folder: string): string {
  const environment = { ...process.env, TMPDIR: folder };
  return execFileSync(process.execPath, ['-e', UNPACK], {
    cwd: __dirname,
    env: environment,
    encoding: 'utf8',
  });
}
