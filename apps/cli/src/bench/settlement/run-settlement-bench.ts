import { writeFileSync } from 'node:fs';
import { monthBounds, type Period } from '@ciyuan/core/kernel';
import { planSettlement } from '@ciyuan/core/settlement';
import { RecordGroupsStore, VerifyMonth } from '@ciyuan/modules/reporting';
import { LoadSettlement, RunSettlement } from '@ciyuan/modules/settlement';
import { ExpireDue, RenewDue } from '@ciyuan/modules/subscriptions';
import { Database, runChecks } from '@ciyuan/platform/database';
import { must } from '../../demo/open-market';
import { startProgress, type Progress } from '../../demo/progress';
import { accountCodes } from '../../demo/spread/population';
import { Engine, ScratchDatabase } from '../../scratch/scratch-engine';
import { BATCH_RECORDS } from '../bench-usage';
import { WritePool } from '../write-pool';
import { measured } from './measured';
import { openSettlementMarket } from './open-settlement-market';
import { printSettlementBench, ratioOf, type SettlementFigures } from './settlement-figures';
import { signAndIssue } from './sign-and-issue';

export interface SettlementBenchInput {
  readonly json?: string;
  readonly records: number;
  readonly accounts: number;
  readonly workers: number;
}

const ZONE = 'Asia/Shanghai';
const MONTH = '2026-10';
const SETTINGS = { shared_buffers: '2GB', max_wal_size: '8GB' };
const BATCHES_AT_ONCE = 20;
const MS_PER_HOUR = 3_600_000;
/** Longer than any plan of the seeds waits for late records. */
const LATENESS_HOURS = 73;

/**
 * A month of records through the whole write path; then, in the same database, the month settled from its roll-ups
 * against a plain GROUP BY over its records, signed, issued, and computed again from every record.
 */
export async function runSettlementBench(input: SettlementBenchInput): Promise<void> {
  const scratch = await ScratchDatabase.start({ durability: 'durable', extraSettings: SETTINGS });
  const period = monthBounds(ZONE, MONTH);
  const engine = await Engine.start(scratch.urls.appUrl, period.start);
  try {
    const accounts = accountCodes(input.accounts);
    await openSettlementMarket(engine, accounts, period.start);
    const writeMs = await writeMonth(input, scratch.urls.appUrl, accounts, period);
    await engine.get(RenewDue).run(period.end);
    engine.clock.moveTo(period.end + LATENESS_HOURS * MS_PER_HOUR);
    await engine.get(ExpireDue).run(engine.clock.now());
    const figures = { ...input, writeMs, ...(await settle(engine)) };
    printSettlementBench(figures);
    if (input.json !== undefined)
      writeFileSync(input.json, `${JSON.stringify({ ratio: ratioOf(figures), ...figures }, null, 2)}\n`);
    if (figures.differences > 0 || figures.violations > 0) process.exitCode = 1;
  } finally {
    await engine.stop();
    await scratch.stop();
  }
}

async function writeMonth(
  { records, workers }: SettlementBenchInput,
  databaseUrl: string,
  accounts: readonly string[],
  period: Period,
): Promise<number> {
  const pool = await WritePool.start(workers, databaseUrl, accounts, period);
  const progress = startProgress({ label: 'records', total: records });
  try {
    let total = 0;
    for (let stored = 0; stored < records; ) {
      const batches = Math.min(BATCHES_AT_ONCE, Math.ceil((records - stored) / BATCH_RECORDS));
      const written = await pool.write(batches);
      stored += written.records;
      total += written.ms;
      progress.advance(written.records);
    }
    await pool.stop();
    return total;
  } finally {
    progress.stop();
    pool.kill();
  }
}

async function settle(engine: Engine): Promise<Omit<SettlementFigures, 'accounts' | 'writeMs'>> {
  const database = engine.get(Database);
  const groups = engine.get(RecordGroupsStore);
  const deltas = await database.transaction((tx) => groups.deltas(tx, MONTH));
  const grouped = await measured(() => database.transaction((tx) => groups.ofMonth(tx, MONTH)));
  const loaded = await measured(() =>
    database.snapshot((tx) => engine.get(LoadSettlement).run(tx, MONTH, engine.clock.now())),
  );
  const { input } = must(loaded.result);
  const planned = await measured(() => Promise.resolve(planSettlement(input)));
  const calculated = await measured(() =>
    engine.get(RunSettlement).run({ month: MONTH, by: 'bench-finance' }),
  );
  const { statements } = must(planned.result);
  const signed = await signAndIssue(engine, must(calculated.result).id);
  const verified = await measured(() => verifyWithProgress(engine));
  const checks = await database.transaction(runChecks);
  const { records } = grouped.result;
  return {
    ...signed,
    records,
    batches: Math.ceil(records / BATCH_RECORDS),
    deltas,
    rollupLines: input.lines.length,
    statementLines: statements.reduce((sum, { lines }) => sum + lines.length, 0),
    groupByMs: grouped.ms,
    groups: grouped.result.groups,
    loadMs: loaded.ms,
    planMs: planned.ms,
    calculateMs: calculated.ms,
    verifyMs: verified.ms,
    verifyPeakMegabytes: verified.peakMegabytes,
    verifiedFigures: verified.result.figures,
    differences: verified.result.differences.length,
    violations: checks.reduce((sum, { violations }) => sum + violations.length, 0),
  };
}

async function verifyWithProgress(engine: Engine) {
  let progress: Progress | undefined;
  try {
    return await engine.get(VerifyMonth).run(MONTH, {
      start: (total) => (progress = startProgress({ label: 'accounts verified', total })),
      advance: (accounts) => progress?.advance(accounts),
    });
  } finally {
    progress?.stop();
  }
}
