import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../project';
import type { Tx } from './tx';

export interface Violation {
  readonly what: string;
  readonly detail: string;
}

export interface CheckResult {
  /** The file's name without its number: what must hold. */
  readonly name: string;
  readonly violations: readonly Violation[];
}

const MOST_SHOWN = 20;

/** Runs every `db/checks/NN-name.sql` over the stored rows: each returns a row for what breaks its identity. */
export async function runChecks(tx: Tx): Promise<CheckResult[]> {
  const folder = join(projectRoot(), 'db', 'checks');
  const results: CheckResult[] = [];
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()) {
    const statement = readFileSync(join(folder, file), 'utf8').replace(/;\s*$/, '');
    const violations = await tx.rows<{ what: string; detail: string }>(
      `SELECT what, detail FROM (${statement}\n) AS violation LIMIT ${MOST_SHOWN}`,
    );
    results.push({ name: file.slice(3, -'.sql'.length), violations });
  }
  return results;
}
