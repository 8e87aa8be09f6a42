import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { writeRecords } from '../record-file';
import { accountCodes } from '../spread/population';
import { spreadCalls } from '../spread/spread-calls';
import { readCiyuan } from '../traces/ciyuan';
import { collected } from '../traces/collected';
import { generateCalls } from '../traces/generator';
import { TRACE_FORMATS, readTrace, type TraceFormat } from '../traces/read-trace';
import type { TraceCall } from '../traces/trace-call';
import { auditFile, type AuditFormat } from './audit-file';

const folder = mkdtempSync(join(tmpdir(), 'ciyuan-audit-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, 'usage');

function audit(format: AuditFormat, content: string | Buffer) {
  writeFileSync(path, content);
  return auditFile(path, format);
}

function imported(calls: readonly TraceCall[]) {
  const sum = (of: (call: TraceCall) => number): bigint =>
    calls.reduce((all, call) => all + BigInt(of(call)), 0n);
  return {
    rows: calls.length,
    input: sum(({ counts }) => counts.input),
    cachedInput: sum(({ counts }) => counts.cachedInput),
    output: sum(({ counts }) => counts.output),
    others: {},
  };
}

const FIXTURES: Readonly<Record<TraceFormat, { readonly text: string; readonly totals: object }>> = {
  azure: {
    text: [
      '\ufeffTIMESTAMP,note,ContextTokens,GeneratedTokens',
      '2023-11-16 18:17:03.9799600,"two ""words"",\nover two lines",4808,10',
      '',
      '2023-11-16 18:17:04.0319600,,3180,8',
      '',
    ].join('\r\n'),
    totals: { rows: 2, input: 7988n, cachedInput: 0n, output: 18n, others: {} },
  },
  mooncake: {
    text: [
      '{"timestamp": 0, "input_length": 1600, "output_length": 1, "hash_ids": [1, 2, 3, 4]}',
      '{"timestamp": 1, "input_length": 1300, "output_length": 2, "hash_ids": [1, 2, 9]}',
      '{"hash_ids":[2,3,4],"output_length":3,"input_length":1500,"timestamp":2}',
      '{"timestamp": 3, "input_length": 1900, "output_length": 4, "hash_ids": [1, 2, 9, 4]}',
      '',
      '{"timestamp": 4, "input_length": 1590, "output_length": 5, "hash_ids": [1, 2, 3, 4]}',
      '{"timestamp": 5, "input_length": 90, "output_length": 6, "hash_ids": []}',
    ].join('\n'),
    totals: { rows: 6, input: 3830n, cachedInput: 4150n, output: 21n, others: {} },
  },
  'claude-code': {
    text: [
      'trace_id,seq,t,model,input_tokens,output_tokens,prefix_hit_tokens',
      's1,1,0.0,opus,71175,169,0',
      's1,2,19.0,opus,72762,296,71168',
    ].join('\n'),
    totals: { rows: 2, input: 72769n, cachedInput: 71168n, output: 465n, others: {} },
  },
};

describe.each(TRACE_FORMATS)('the second reader of %s', (format) => {
  const { text, totals } = FIXTURES[format];

  it.each([
    ['plain', Buffer.from(text)],
    ['packed', gzipSync(text)],
  ])('and the first find the same, %s', async (_, content) => {
    expect(audit(format, content)).toEqual(totals);
    expect(imported(await collected(readTrace(path, format)))).toEqual(totals);
  });

  it('does not take a damaged file for a shorter one', () => {
    const packed = gzipSync(text);
    expect(() => audit(format, packed.subarray(0, packed.length - 9))).toThrow(path);
    expect(() => audit(format, text.replace(/\b\d+(?=\D*$)/, 'x'))).toThrow(path);
  });
});

describe('the second reader of the product’s own records', () => {
  it('adds up each class', () => {
    const lines = [{ input: 5, reasoning: 2 }, { cached_input: 7, output: 1, reasoning: 3 }, {}];
    const totals = audit('ciyuan', lines.map((tokens) => JSON.stringify({ tokens })).join('\n'));
    expect(totals).toEqual({ rows: 3, input: 5n, cachedInput: 7n, output: 1n, others: { reasoning: 5n } });
    expect(() => audit('ciyuan', '{"tokens":{"input":1.5}}')).toThrow(/line 1, input/);
    expect(() => audit('ciyuan', '{}')).toThrow(/line 1: no tokens/);
  });

  it('finds in the file of generated records what was generated', async () => {
    const calls = [...generateCalls({ seed: 'audit', sessions: 12 })];
    const market = {
      models: [{ code: 'm', vendor: 'v' }],
      computeOwners: [{ code: 'o', chipKind: 'c' }],
      partners: ['p'],
    };
    const placed = spreadCalls({
      calls,
      source: 'generated',
      accounts: accountCodes(5),
      market,
      month: '2026-10',
      zone: 'Asia/Shanghai',
    });
    const records = placed.map(({ record }) => record);
    await writeRecords(path, records);
    expect(auditFile(path, 'ciyuan')).toEqual(imported(calls));
    expect(await collected(readCiyuan(path))).toEqual(records);
  });
});

it('imports nothing but Node and its own folder', () => {
  const sources = readdirSync(__dirname).filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'));
  expect(sources.length).toBeGreaterThan(4);
  for (const name of sources) {
    const source = readFileSync(join(__dirname, name), 'utf8');
    const imports = [...source.matchAll(/from '([^']+)'/g)].map((match) => match[1]);
    expect(imports.filter((from) => !/^(node:|\.\/)/.test(from ?? ''))).toEqual([]);
    expect(source).not.toMatch(/\b(require|import)\(/);
  }
});
