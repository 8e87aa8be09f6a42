import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

export const ROOT = resolve(__dirname, '../..');

export interface Findings {
  readonly files: number;
  /** `rule: from -> to`, in order. */
  readonly violations: readonly string[];
}

/** Holds each tree against the rules that lie in its own `.dependency-cruiser.cjs`. */
export async function cruise(roots: readonly string[]): Promise<Findings[]> {
  // In a process of its own: the cruiser is an ES module, and works in its current folder.
  const words = [join(__dirname, 'cruise-folders.mjs'), ...roots];
  const { stdout } = await promisify(execFile)(process.execPath, words, { cwd: ROOT, maxBuffer: 2 ** 28 });
  const lines = stdout.trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as Findings);
}
