import { writeFileSync } from 'node:fs';
import { monthBounds } from '@ciyuan/core/kernel';
import { Database, TableTwin, runChecks } from '@ciyuan/platform/database';
import { openMarket } from '../demo/open-market';
import { startProgress } from '../demo/progress';
import { accountCodes } from '../demo/spread/population';
import { Engine, ScratchDatabase } from '../scratch/scratch-engine';
import { printBench, withRatio, type Pair } from './bench-figures';
import { BATCH_RECORDS } from './bench-usage';
import { WritePool } from './write-pool';

export interface BenchInput {
  readonly json?: string;
  /** Stored before anything is timed. */
  readonly rows: number;
  readonly pairs: number;
  readonly batches: number;
  readonly accounts: number;
  readonly workers: number;
}

const ZONE = 'Asia/Shanghai';
const MONTH = '2026-10';
/** As a server is set up that writes: both sides of every pair have the same. */
const SETTINGS = { shared_buffers: '2GB', max_wal_size: '8GB' };
const BATCHES_AT_ONCE = 20;

/**
 * The whole write path (a body's text, validation, claim, drawdown, rating, journals, roll-ups, commit) against COPY
 * of the very rows that it wrote into a twin of the table: in turn, in equal batches, and the ratio of each pair.
 */
export async function runBench(input: BenchInput): Promise<void> {
  const scratch = await ScratchDatabase.start({ durability: 'durable', extraSettings: SETTINGS });
  const period = monthBounds(ZONE, MONTH);
  const engine = await Engine.start(scratch.urls.appUrl, period.start);
  let pool: WritePool | undefined;
  try {
    const accounts = accountCodes(input.accounts);
    await openMarket(engine, accounts, period.start, ZONE);
    pool = await WritePool.start(input.workers, scratch.urls.appUrl, accounts, period);
    await fill(pool, input.rows);
    const pairs = await measure(pool, scratch.urls.ownerUrl, input);
    await pool.stop();
    const results = await engine.get(Database).transaction(runChecks);
    const violations = results.flatMap((result) => result.violations);
    const figures = { ...input, batchRecords: BATCH_RECORDS, settings: SETTINGS, pairs, violations };
    printBench(figures);
    if (input.json !== undefined)
      writeFileSync(input.json, `${JSON.stringify(withRatio(figures), null, 2)}\n`);
    if (violations.length > 0) process.exitCode = 1;
  } finally {
    pool?.kill();
    await engine.stop();
    await scratch.stop();
  }
}

async function fill(pool: WritePool, rows: number): Promise<void> {
  const progress = startProgress({ label: 'rows stored before', total: rows });
  for (let stored = 0; stored < rows; ) {
    const batches = Math.min(BATCHES_AT_ONCE, Math.ceil((rows - stored) / BATCH_RECORDS));
    const { records } = await pool.write(batches);
    stored += records;
    progress.advance(records);
  }
  progress.stop();
}

async function measure(
  pool: WritePool,
  ownerUrl: string,
  { pairs: count, batches }: BenchInput,
): Promise<Pair[]> {
  const twin = await TableTwin.of(ownerUrl, 'usage_record');
  const progress = startProgress({ label: 'pairs', total: count });
  const pairs: Pair[] = [];
  try {
    for (let pair = 0; pair < count; pair++) {
      const written = await pool.write(batches);
      const lines = await twin.missingRows('batch_id');
      if (lines.length !== written.records)
        throw new Error(`${lines.length} rows for ${written.records} records`);
      const began = performance.now();
      for (let at = 0; at < lines.length; at += BATCH_RECORDS) {
        await twin.copyIn(lines.slice(at, at + BATCH_RECORDS));
      }
      pairs.push({ records: written.records, writeMs: written.ms, copyMs: performance.now() - began });
      progress.advance(1);
    }
  } finally {
    progress.stop();
    await twin.close();
  }
  return pairs;
}
