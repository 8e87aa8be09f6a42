import { monthBounds } from '@ciyuan/core/kernel';
import { ReadMonthFacts, VerifyMonth, type MonthFacts } from '@ciyuan/modules/reporting';
import type { Statement } from '@ciyuan/modules/settlement';
import { Database, runChecks } from '@ciyuan/platform/database';
import { Engine, ScratchDatabase } from '../scratch/scratch-engine';
import type { AuditTotals } from './audit/totals';
import { checked, importedOnce, occurred, unchanged, verified } from './identities';
import { importUsage, type OutcomeCounts } from './import-usage';
import { closeMonth } from './month-end';
import { openMarket } from './open-market';
import { readUsageFile, type MonthOfUsage, type UsageSource } from './read-usage-file';
import type { DemoReport, Identity, TokenCheck } from './report/demo-report';

export interface DemoInput extends UsageSource {
  /** Where the statements are written. */
  readonly directory: string;
  /** How many records a post holds; nothing but the pace may hang on it. */
  readonly batchRecords: number;
  /** A data folder that keeps the database, to be opened by the product. */
  readonly keptIn?: string;
}

/**
 * A month of a carrier in a scratch database: the seeded market, usage imported as partners post it, the month's
 * end, statements; and every figure looked at from a second side.
 */
export async function runDemo(input: DemoInput): Promise<DemoReport> {
  const usage = await readUsageFile(input);
  const scratch = await ScratchDatabase.start(
    input.keptIn === undefined
      ? { durability: 'throwaway' }
      : { durability: 'durable', keptIn: input.keptIn },
  );
  try {
    const bounds = monthBounds(input.zone, input.month);
    const engine = await Engine.start(scratch.urls.appUrl, bounds.start);
    try {
      await openMarket(engine, usage.accounts, bounds.start, input.zone);
      return await playMonth(engine, usage, input);
    } finally {
      await engine.stop();
    }
  } finally {
    await scratch.stop();
  }
}

async function playMonth(engine: Engine, usage: MonthOfUsage, input: DemoInput): Promise<DemoReport> {
  const { end } = monthBounds(input.zone, input.month);
  const { records } = usage;
  const { batchRecords } = input;
  const isKept = input.keptIn !== undefined;
  if (!isKept) engine.clock.moveTo(end);
  const began = performance.now();
  const days = isKept ? { dailyIn: input.zone } : {};
  const first = await importUsage(engine, { records, batchRecords, label: 'records', ...days });
  const importMs = performance.now() - began;
  const before = (await engine.get(ReadMonthFacts).run()).fingerprint;
  engine.clock.moveTo(end);
  const second = await importUsage(engine, { records, batchRecords, label: 'records again' });
  const after = (await engine.get(ReadMonthFacts).run()).fingerprint;
  const settling = performance.now();
  const statements = await closeMonth(engine, input.month, input.zone, input.directory);
  const settlementMs = performance.now() - settling;
  const facts = await engine.get(ReadMonthFacts).run();
  const results = await engine.get(Database).transaction(runChecks);
  const verifying = performance.now();
  const verdict = await engine.get(VerifyMonth).run(input.month);
  const verifyMs = performance.now() - verifying;
  return reportOf(usage, input, { first, facts, statements }, { importMs, settlementMs, verifyMs }, [
    ...importedOnce(usage.audited.rows, first, second),
    unchanged('importing again changed nothing', before, after),
    ...occurred(facts.occurrences),
    ...checked(results),
    verified(verdict),
  ]);
}

interface Findings {
  readonly first: OutcomeCounts;
  readonly facts: MonthFacts;
  readonly statements: readonly Statement[];
}

function reportOf(
  usage: MonthOfUsage,
  input: DemoInput,
  { first, facts, statements }: Findings,
  elapsed: DemoReport['elapsed'],
  identities: readonly Identity[],
): DemoReport {
  const { accepted, ...others } = first;
  return {
    usage: usage.name,
    month: input.month,
    accounts: usage.accounts.length,
    records: { charged: accepted, ...others },
    tokens: tokenChecks(facts, usage.audited),
    revenue: facts.revenue.map(({ kind, paid, gross }) => ({ kind: paid ? kind : `${kind}, free`, gross })),
    shares: statements.map(({ party, shareFen, payableFen }) => ({
      party,
      share: shareFen,
      payable: payableFen,
    })),
    identities,
    elapsed,
  };
}

/** Every class that either of the two readers found. */
function tokenChecks({ tokens }: MonthFacts, audited: AuditTotals): TokenCheck[] {
  const { input, cachedInput, output, others } = audited;
  const second = new Map(Object.entries({ input, cached_input: cachedInput, output, ...others }));
  const classes = new Set<string>([...second.keys(), ...tokens.keys()]);
  return [...classes].map((tokenClass) => ({
    tokenClass,
    imported: (tokens as ReadonlyMap<string, bigint>).get(tokenClass) ?? 0n,
    audited: second.get(tokenClass) ?? 0n,
  }));
}
