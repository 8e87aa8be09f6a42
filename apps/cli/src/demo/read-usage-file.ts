import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { auditFile } from './audit/audit-file';
import type { AuditTotals } from './audit/totals';
import { writeRecords } from './record-file';
import { SEEDED_MARKET } from './seeded-market';
import { accountsByUse, placeOwnRecords } from './spread/own-records';
import type { PlacedRecord } from './spread/placed-record';
import { accountCodes } from './spread/population';
import { spreadCalls } from './spread/spread-calls';
import { readCiyuan } from './traces/ciyuan';
import { collected } from './traces/collected';
import { generateCalls } from './traces/generator';
import { readTrace, type TraceFormat } from './traces/read-trace';
import type { TraceCall } from './traces/trace-call';

export type UsageFormat = TraceFormat | 'ciyuan';

export interface UsageSource {
  /** Without a file the built-in generator. */
  readonly usage?: { readonly file: string; readonly format: UsageFormat };
  readonly month: string;
  readonly zone: string;
  readonly accounts: number;
  readonly seed: string;
}

/** A month of usage, ready to be posted, and what the second reader says is in it. */
export interface MonthOfUsage {
  readonly name: string;
  /** The heaviest first. */
  readonly accounts: readonly string[];
  readonly records: readonly PlacedRecord[];
  readonly audited: AuditTotals;
}

export async function readUsageFile(source: UsageSource): Promise<MonthOfUsage> {
  if (source.usage === undefined) return generated(source);
  const { file, format } = source.usage;
  const name = basename(file);
  if (format !== 'ciyuan') {
    const calls = await collected(readTrace(file, format));
    return { name, audited: auditFile(file, format), ...spread(calls, name, source) };
  }
  const own = await collected(readCiyuan(file));
  const records = placeOwnRecords(own, SEEDED_MARKET.partners);
  return { name, audited: auditFile(file, format), accounts: accountsByUse(own), records };
}

/** What the generator makes is written to a file, so that the second reader has one to read. */
async function generated(source: UsageSource): Promise<MonthOfUsage> {
  const { accounts, records } = spread([...generateCalls({ seed: source.seed })], 'generator', source);
  const folder = mkdtempSync(join(tmpdir(), 'ciyuan-usage-'));
  try {
    const file = join(folder, 'generated.ndjson');
    await writeRecords(
      file,
      records.map((placed) => placed.record),
    );
    const name = `the built-in generator (seed ${source.seed})`;
    return { name, accounts, records, audited: auditFile(file, 'ciyuan') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function spread(
  calls: readonly TraceCall[],
  name: string,
  { month, zone, accounts: count }: UsageSource,
): Pick<MonthOfUsage, 'accounts' | 'records'> {
  const accounts = accountCodes(count);
  const source = name.replace(/[^\x21-\x7e]/g, '_').slice(0, 64);
  return { accounts, records: spreadCalls({ calls, source, accounts, market: SEEDED_MARKET, month, zone }) };
}
