import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readCiyuan } from './ciyuan';
import { collected } from './collected';
import { TRACE_FORMATS, readTrace, type TraceFormat } from './read-trace';
import { TraceError } from './trace-error';

const folder = mkdtempSync(join(tmpdir(), 'ciyuan-traces-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(content: string | Buffer): string {
  const path = join(folder, 'usage.txt');
  writeFileSync(path, content);
  return path;
}

const read = (format: TraceFormat, content: string | Buffer) => collected(readTrace(file(content), format));

const AZURE = 'TIMESTAMP,ContextTokens,GeneratedTokens';
const CLAUDE = 'trace_id,seq,agent_id,t,model,input_tokens,output_tokens,prefix_hit_tokens';
const mooncake = (timestamp: number, input_length: number, ...hash_ids: number[]): string =>
  JSON.stringify({ timestamp, input_length, output_length: 9, hash_ids });

describe('azure', () => {
  const rows = [AZURE, '2023-11-16 23:59:59.9799600,4808,10', '2023-11-17 00:00:00.0319699,31,8'];
  const calls = [
    {
      session: 'call-1',
      offsetMs: 0,
      counts: { input: 4808, cachedInput: 0, output: 10 },
      recordKey: 'call-1',
    },
    {
      session: 'call-2',
      offsetMs: 52,
      counts: { input: 31, cachedInput: 0, output: 8 },
      recordKey: 'call-2',
    },
  ];

  it('takes each call for a session, and the time from the first row', async () => {
    expect(await read('azure', rows.join('\n'))).toEqual(calls);
  });

  it('reads line ends of two signs, a byte order mark and other columns', async () => {
    const [header = '', ...rest] = rows;
    const wider = [`\ufeffid,${header}`, ...rest.map((row) => `"a ""b"",",${row}`), ''];
    expect(await read('azure', wider.join('\r\n'))).toEqual(calls);
  });
});

describe('mooncake', () => {
  it('counts the longest beginning that an earlier prompt had, and no more than the prompt', async () => {
    const rows = [
      mooncake(0, 1_600, 1, 2, 3, 4),
      mooncake(5, 1_300, 1, 2, 9), // 1 2 known
      mooncake(6, 1_500, 2, 3, 4), // 2 was never first
      mooncake(7, 1_900, 1, 2, 9, 4), // 1 2 9 known; 4 stood behind 3
      mooncake(8, 1_590, 1, 2, 3, 4), // all four known, the last of them not a whole one
      mooncake(9, 600, 5, 5), // nothing of itself
    ];
    const calls = await read('mooncake', rows.join('\n'));
    expect(calls.map(({ counts }) => counts.cachedInput)).toEqual([0, 1_024, 0, 1_536, 1_590, 0]);
    expect(calls.map(({ counts }) => counts.input)).toEqual([1_600, 276, 1_500, 364, 0, 600]);
    expect(calls.map(({ offsetMs }) => offsetMs)).toEqual([0, 5, 6, 7, 8, 9]);
  });

  it('takes prompts that begin with the same two blocks for a session', async () => {
    const rows = [[1, 2, 3], [1, 2], [1, 3], [1], []].map((blocks) => mooncake(0, 100, ...blocks));
    const sessions = (await read('mooncake', rows.join('\n'))).map(({ session }) => session);
    expect(sessions).toEqual(['blocks-1-2', 'blocks-1-2', 'blocks-1-3', 'blocks-1', 'call-5']);
  });
});

describe('claude-code', () => {
  const rows = ['s1,1,,0.0,opus,100,5,0', 's1,2,,19.5,opus,150,6,96', 's1,3,a1,0.0,haiku,10,1,0'];
  const later = ['s1,4,a1,2.0,haiku,20,1,10', 's1,5,,30.0,opus,200,0,150', 's2,1,a1,1.0,haiku,7,7,7'];

  it('takes the cached part out of the input', async () => {
    const [, second] = await read('claude-code', [CLAUDE, ...rows].join('\n'));
    expect(second).toEqual({
      session: 's1',
      offsetMs: 19_500,
      model: 'opus',
      counts: { input: 54, cachedInput: 96, output: 6 },
      recordKey: 's1-2',
    });
  });

  it('lets the clock of a sub-agent begin where its session had come to', async () => {
    const calls = await read('claude-code', [CLAUDE, ...rows, ...later].join('\n'));
    expect(calls.map(({ offsetMs }) => offsetMs)).toEqual([0, 19_500, 19_500, 21_500, 30_000, 1_000]);
  });
});

describe('ciyuan', () => {
  const record = {
    id: 'r1',
    account: 'a',
    at: '2026-10-01T00:00:00+08:00',
    model: 'm',
    vendor: 'v',
    computeOwner: 'o',
    chipKind: 'c',
    tokens: { input: 1, cache_write_1h: 2, images: 3 },
  };
  const full = { ...record, source: 's', serviceTier: 'batch', dimensions: { region: 'cn-sh' } };
  const readLines = (...lines: unknown[]) =>
    collected(readCiyuan(file(lines.map((line) => JSON.stringify(line)).join('\n'))));

  it('gives the records as they are', async () => {
    expect(await readLines(record, full)).toEqual([record, full]);
  });

  it.each([
    ['a class that does not exist', { tokens: { thoughts: 1 } }, /thoughts/],
    ['half a token', { tokens: { input: 0.5 } }, /tokens\.input/],
    ['a time without an offset', { at: '2026-10-01T00:00:00' }, /at: not an instant/],
    ['an id that is too long', { id: 'x'.repeat(129) }, /id: not 1 to 128/],
    ['a member that it does not know', { partner: 'p' }, /partner/],
  ])('refuses %s', async (_, change, problem) => {
    await expect(readLines(full, { ...full, ...change })).rejects.toThrow(problem);
    await expect(readLines(full, { ...full, ...change })).rejects.toMatchObject({ line: 2 });
  });
});

describe('any format', () => {
  const good = {
    azure: [AZURE, '2023-11-16 18:17:03.9799600,1,2', '2023-11-16 18:17:04.9799600,1,2'],
    mooncake: [mooncake(0, 700, 1, 2), mooncake(1, 700, 1, 2)],
    'claude-code': [CLAUDE, 's,1,,0.0,m,100,5,0', 's,2,,1.0,m,100,5,64'],
  } satisfies Record<TraceFormat, string[]>;

  it.each(TRACE_FORMATS)('%s is unpacked when it is packed, in one part or in two', async (format) => {
    const text = `${good[format].join('\n')}\n`;
    const calls = await read(format, text);
    expect(calls).toHaveLength(2);
    expect(await read(format, gzipSync(text))).toEqual(calls);
    const parts = [text.slice(0, 90), text.slice(90)].map((part) => gzipSync(part));
    expect(await read(format, Buffer.concat(parts))).toEqual(calls);
  });

  it.each(TRACE_FORMATS)('%s that breaks off in the packing is not taken for a short one', async (format) => {
    const packed = gzipSync(good[format].join('\n'));
    await expect(read(format, packed.subarray(0, packed.length - 9))).rejects.toThrow(/usage\.txt: /);
  });

  it.each(TRACE_FORMATS)('%s that is not there is named', async (format) => {
    const calls = collected(readTrace(join(folder, 'missing.gz'), format));
    await expect(calls).rejects.toThrow(/missing\.gz/);
    await expect(calls).rejects.toBeInstanceOf(TraceError);
  });

  it.each<[TraceFormat, string, RegExp]>([
    ['azure', '2023-11-16T18:17:03.9799600,1,2', /TIMESTAMP is not a time/],
    ['azure', '2023-02-30 18:17:03.9799600,1,2', /TIMESTAMP is not a time/],
    ['azure', '2023-11-16 18:17:03.9799600,-1,2', /ContextTokens is not a count: "-1"/],
    ['azure', '2023-11-16 18:17:03.9799600,1,9999999999999', /GeneratedTokens is not a count/],
    ['azure', '2023-11-16 18:17:03.9799600,1', /./],
    ['mooncake', '{"timestamp": 0', /JSON/],
    ['mooncake', '{"timestamp":0,"input_length":1.5,"output_length":1,"hash_ids":[]}', /input_length/],
    ['mooncake', '{"timestamp":0,"input_length":1,"output_length":1}', /hash_ids/],
    ['mooncake', '3', /the row/],
    ['claude-code', 's,3,,2.0,m,100,5,101', /101 cached tokens in a prompt of 100/],
    ['claude-code', 's,3,,now,m,100,5,0', /t is not a number of seconds/],
    ['claude-code', ',3,,2.0,m,100,5,0', /trace_id is empty/],
  ])('%s names the file and the line of %p', async (format, row, problem) => {
    const lines = good[format];
    const calls = read(format, [...lines, '', row, ...lines.slice(1)].join('\n'));
    await expect(calls).rejects.toThrow(problem);
    await expect(calls).rejects.toThrow(`usage.txt:${lines.length + 2}: `);
  });

  it.each<TraceFormat>(['azure', 'claude-code'])(
    '%s wants its columns, in an empty file too',
    async (format) => {
      await expect(read(format, 'a,b\n1,2')).rejects.toThrow(/usage\.txt:1: no column /);
      await expect(read(format, '')).rejects.toThrow(/usage\.txt:1: no column /);
      expect(await read(format, good[format][0] ?? '')).toEqual([]);
    },
  );
});
