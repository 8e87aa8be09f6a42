import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExportFocus } from '@ciyuan/modules/reporting';
import { parse } from 'csv-parse/sync';
import { specifiedColumns, specifiedFaults } from './focus-specification';
import type { SeededMarket } from './seeded-market';
import { must } from './settlement-engine';

/** By the names of columns; an empty cell is null. */
export type FocusCells = Readonly<Record<string, string | null>>;

/** The rows of an account and month; each is held against the specification. */
export async function focusRowsOf(
  market: SeededMarket,
  account: string,
  month: string,
): Promise<FocusCells[]> {
  const directory = mkdtempSync(join(tmpdir(), 'focus-rows-'));
  const { file } = must(await market.engine.get(ExportFocus).run({ month, scope: { account }, directory }));
  const cells = parse<Record<string, string>>(readFileSync(join(directory, file)), { columns: true });
  rmSync(directory, { recursive: true });
  const rows = cells.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, text]) => [name, text === '' ? null : text])),
  );
  const specified = specifiedColumns();
  if (specified !== undefined) for (const row of rows) expect(specifiedFaults(specified, row)).toEqual([]);
  return rows;
}
