import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { monthBounds } from '@ciyuan/core/kernel';
import { projectRoot } from '@ciyuan/platform/project';
import { auditFile } from './audit/audit-file';
import { accountCodes, population, type DemoPlans } from './spread/population';
import { spreadCalls } from './spread/spread-calls';
import { collected } from './traces/collected';
import { generateCalls } from './traces/generator';
import { readTrace, type TraceFormat } from './traces/read-trace';
import type { TraceCall } from './traces/trace-call';
import type { WireRecord } from './wire-record';

const FOLDER = resolve(projectRoot(), '../shared/data/usage');

interface RealTrace {
  readonly file: string;
  readonly format: TraceFormat;
  readonly rows: number;
  /** With what the cache held. */
  readonly prompt: bigint;
  readonly cached: bigint;
  readonly output: bigint;
}

// The control totals that stand beside the files.
const TRACES: readonly RealTrace[] = [
  {
    file: 'azure2023_code_A.csv.gz',
    format: 'azure',
    rows: 4_409,
    prompt: 8_997_785n,
    cached: 0n,
    output: 121_331n,
  },
  {
    file: 'azure2023_conv_A.csv.gz',
    format: 'azure',
    rows: 9_683,
    prompt: 11_977_495n,
    cached: 0n,
    output: 2_148_721n,
  },
  {
    file: 'mooncake_conversation_A.jsonl.gz',
    format: 'mooncake',
    rows: 6_015,
    prompt: 76_878_216n,
    cached: 27_060_343n,
    output: 2_085_843n,
  },
  {
    file: 'mooncake_synthetic_A.jsonl.gz',
    format: 'mooncake',
    rows: 1_996,
    prompt: 24_642_234n,
    cached: 8_317_098n,
    output: 382_672n,
  },
  {
    file: 'claude_code_flat_A.csv.gz',
    format: 'claude-code',
    rows: 25_686,
    prompt: 3_342_499_650n,
    cached: 3_221_780_864n,
    output: 11_467_499n,
  },
];

const ZONE = 'Asia/Shanghai';
const MONTH = '2026-10';
const ACCOUNTS = accountCodes(200);
const PLANS: DemoPlans = {
  base: 'base',
  personal10M: 'personal10M',
  personal40M: 'personal40M',
  developer15M: 'developer15M',
  entryPack: 'entryPack',
  trial: 'trial',
  consumerSegment: 'consumer',
  developerSegment: 'developer',
};
/** In the order in which they burn. */
const GRANTS = { trial: 0.2e6, personal10M: 10e6, personal40M: 40e6, developer15M: 15e6, entryPack: 0.4e6 };

function spreadOf(calls: readonly TraceCall[]): WireRecord[] {
  const market = {
    models: [
      { code: 'glm-5', vendor: 'zhipu' },
      { code: 'kimi-k2', vendor: 'moonshot' },
    ],
    computeOwners: [{ code: 'dc-east', chipKind: 'npu' }],
    partners: ['gw-east', 'gw-north'],
  };
  const placed = spreadCalls({
    calls,
    source: 'trace',
    accounts: ACCOUNTS,
    market,
    month: MONTH,
    zone: ZONE,
  });
  return placed.map(({ record }) => record);
}

/** What happens in the month: a record counts for each grant it touches. A token of the cache counts `cachedShare`. */
function happenings(records: readonly WireRecord[], cachedShare: number): Set<string> {
  const found = new Set<string>();
  const { start } = monthBounds(ZONE, MONTH);
  const byAccount = new Map<string, WireRecord[]>(ACCOUNTS.map((code) => [code, []]));
  for (const record of records) byAccount.get(record.account)?.push(record);
  for (const { code, plans } of population({
    accounts: ACCOUNTS,
    plans: PLANS,
    monthStart: start,
    zone: ZONE,
  })) {
    const held = Object.entries(GRANTS).filter(([name]) => plans.some(({ planCode }) => planCode === name));
    const left = new Map(held);
    for (const { tokens } of byAccount.get(code) ?? []) draw(left, tokens, cachedShare, found);
    if (held.some(([name]) => name !== 'trial' && (left.get(name) ?? 0) > 0)) found.add('breakage');
  }
  return found;
}

function draw(
  left: Map<string, number>,
  tokens: WireRecord['tokens'],
  cachedShare: number,
  found: Set<string>,
): void {
  let wanted = (tokens.input ?? 0) + (tokens.output ?? 0) + (tokens.cached_input ?? 0) * cachedShare;
  let touched = 0;
  for (const [name, rest] of left) {
    const drawn = Math.min(rest, wanted);
    if (drawn <= 0) continue;
    found.add(name === 'trial' || name === 'entryPack' ? name : 'package');
    left.set(name, rest - drawn);
    wanted -= drawn;
    touched++;
  }
  if (touched > 1) found.add('over two grants');
  if (wanted > 0) found.add('overage');
}

const EVERYTHING = ['trial', 'entryPack', 'package', 'over two grants', 'overage', 'breakage'].sort();
const present = TRACES.every(({ file }) => existsSync(join(FOLDER, file)));
if (present) describe.each(TRACES)('$file', checkTrace);
else console.warn(`SKIPPED: the real traces are not in ${FOLDER}, so their control totals are NOT checked.`);

function checkTrace({ file, format, rows, prompt, cached, output }: (typeof TRACES)[number]): void {
  const path = join(FOLDER, file);
  let calls: TraceCall[];
  beforeAll(async () => {
    calls = await collected(readTrace(path, format));
  });

  it('has its control totals, by the reader that imports', () => {
    const sum = (of: (call: TraceCall) => number): bigint =>
      calls.reduce((all, call) => all + BigInt(of(call)), 0n);
    expect(calls).toHaveLength(rows);
    expect(sum(({ counts }) => counts.input + counts.cachedInput)).toBe(prompt);
    expect(sum(({ counts }) => counts.cachedInput)).toBe(cached);
    expect(sum(({ counts }) => counts.output)).toBe(output);
    expect(new Set(calls.map(({ recordKey }) => recordKey)).size).toBe(rows);
  });

  it('has its control totals, by the second reader', () => {
    const totals = { rows, input: prompt - cached, cachedInput: cached, output, others: {} };
    expect(auditFile(path, format)).toEqual(totals);
  });

  it.each([1, 0.1])('lets everything happen to 200 accounts, a cached token counted %p', (cachedShare) => {
    expect([...happenings(spreadOf(calls), cachedShare)].sort()).toEqual(EVERYTHING);
  });
}

it('everything happens with generated calls, too', () => {
  const records = spreadOf([...generateCalls({ seed: 'demo' })]);
  expect([...happenings(records, 1)].sort()).toEqual(EVERYTHING);
});
