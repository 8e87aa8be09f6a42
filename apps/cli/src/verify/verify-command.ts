import { VerifyMonth, type MonthVerdict } from '@ciyuan/modules/reporting';
import { Database, runChecks } from '@ciyuan/platform/database';
import { startProgress, type Progress } from '../demo/progress';
import { Engine } from '../scratch/scratch-engine';
import { printIdentities } from './print-identities';
import { openStoredDatabase } from './stored-database';

/** More would not be read; the first of them lead to the cause. */
const MOST_SHOWN = 50;

/**
 * Computes a stored month again from its records, and looks at the identities over all that is stored: rows that no
 * figure of the month hangs on, but that say who signed what and when, are found by these alone. The exit code is 0
 * only when every figure is found and every identity holds.
 */
export async function verify(
  month: string,
  print: (line: string) => void,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<number> {
  const database = await openStoredDatabase(environment);
  try {
    const engine = await Engine.start(database.appUrl, Date.now());
    try {
      const found = printVerdict(await withProgress(engine, month), print);
      const held = printIdentities(await engine.get(Database).transaction(runChecks), print);
      return Math.max(found, held);
    } finally {
      await engine.stop();
    }
  } finally {
    await database.close();
  }
}

async function withProgress(engine: Engine, month: string): Promise<MonthVerdict> {
  let progress: Progress | undefined;
  try {
    return await engine.get(VerifyMonth).run(month, {
      start: (total) => (progress = startProgress({ label: 'accounts', total })),
      advance: (accounts) => progress?.advance(accounts),
    });
  } finally {
    progress?.stop();
  }
}

export function printVerdict(verdict: MonthVerdict, print: (line: string) => void): number {
  const { month, accounts, records, figures, settlement, differences } = verdict;
  if (accounts === 0 && differences.length === 0) {
    print(`Nothing is on record for ${month}.`);
    return 1;
  }
  for (const { figure, column, stored, computed } of differences.slice(0, MOST_SHOWN))
    print(`${figure}, ${column}: ${stored} is stored, its records give ${computed}`);
  if (differences.length > MOST_SHOWN) print(`… and ${differences.length - MOST_SHOWN} more`);
  print(
    `${month}: ${accounts} accounts, ${records} records of theirs from the first on; ${SETTLEMENT[settlement ?? 'none']}.`,
  );
  print(`${figures} figures computed again, ${differences.length} differ`);
  return differences.length === 0 ? 0 : 1;
}

const SETTLEMENT = {
  posted: 'the month is issued, and its statements and journal were computed again',
  current: 'the month is calculated, and its statements were computed again',
  stale: 'the month was calculated and more has come since: calculate it again to have it verified',
  none: 'the month is not settled',
} as const;
