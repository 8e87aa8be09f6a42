import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { PriceListError } from './read-price-list';
import { printLiteLlmVectors, runLiteLlmVectors } from './run-litellm-vectors';

const MODEL = 'some-model';
const FINE = 'too-fine';
const LIST = {
  [MODEL]: { input_cost_per_token: 1e-6, cache_read_input_token_cost: 1e-7, output_cost_per_token: 4e-6 },
  [FINE]: { input_cost_per_token: 1e-13 },
};
const usage = {
  prompt_tokens: 100,
  completion_tokens: 10,
  total_tokens: 110,
  prompt_tokens_details: { cached_tokens: 40 },
};
const expected = { input: '0.0000640', output: '0.00004', total: '0.000104' };
const ROW = {
  id: 'one',
  provider: 'openai',
  api_flavor: 'chat',
  litellm_entry: MODEL,
  raw: { usage },
  expected,
};
const RATED = {
  id: 'rated',
  kind: 'rating',
  price: { per: 'Mtok', input: '3', cache_read: '0.3', cache_write: '3.75', output: '15' },
  usage: { input: 1000, cache_write: 20, cache_read: 30, output: 100 },
  expected: { input: '0.002934', output: '0.0015', total: '0.004434' },
};

describe('a directory and a price list', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'litellm-'));
    write('list.price', LIST);
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  const write = (name: string, content: unknown): void =>
    writeFileSync(join(directory, name), typeof content === 'string' ? content : JSON.stringify(content));
  const writeRows = (rows: readonly unknown[]): void =>
    writeFileSync(join(directory, 'a.jsonl.gz'), gzipSync(rows.map((row) => JSON.stringify(row)).join('\n')));
  const printed = (): { lines: string[]; status: number } => {
    const lines: string[] = [];
    const report = runLiteLlmVectors(directory, join(directory, 'list.price'));
    const status = printLiteLlmVectors(report, (line) => lines.push(line));
    return { lines, status };
  };

  it('pass where every row is reproduced, and other files are named', () => {
    writeRows([ROW]);
    write('rated.json', [RATED]);
    write('strange.json', [{ kind: 'credits' }]);
    const { lines, status } = printed();
    expect(status).toBe(0);
    expect(lines).toContain('strange.json: not of a kind that is run here');
    expect(lines.at(-1)).toBe('2 passed, 0 failed, 0 refused by a book, 0 out of scope');
  });

  it.each<[string, object, string]>([
    [
      'a wrong figure',
      { ...ROW, expected: { ...expected, input: '0.000065' } },
      'input: expected 0.000065, got 0.000064',
    ],
    ['no figure', { ...ROW, expected: {} }, 'total: expected undefined'],
    ['counts that do not add up', { ...ROW, raw: { usage: { ...usage, total_tokens: 1 } } }, 'total_differs'],
    [
      'an endpoint that nobody reads',
      { ...ROW, provider: 'nobody' },
      'nobody reads what nobody/chat reports',
    ],
    ['no usage', { ...ROW, raw: null }, 'not_an_object'],
  ])('fail for %s', (_, row, problem) => {
    writeRows([ROW, row]);
    const { lines, status } = printed();
    expect(status).toBe(1);
    expect(lines.at(-2)).toMatch(/^ {2}one: differs: /);
    expect(lines.at(-2)).toContain(problem);
    expect(lines.at(-1)).toBe('1 passed, 1 failed, 0 refused by a book, 0 out of scope');
  });

  it('count apart what a book would not hold', () => {
    writeRows([ROW, { ...ROW, litellm_entry: FINE }]);
    const { lines, status } = printed();
    expect(status).toBe(0);
    expect(lines.at(-2)).toBe('  one: refused: input_cost_per_token: a price with more than six decimals');
    expect(lines.at(-1)).toBe('1 passed, 0 failed, 1 refused by a book, 0 out of scope');
  });

  it.each<[string, object, string]>([
    ['hours that are none', { price: { per: 'Mtok', off_peak: { input: '1' } } }, 'hours that are none'],
    [
      'days apart',
      { price: { per: 'Mtok', 'before 2026-07-30': { input: '1' }, 'from 30 July': { input: '1' } } },
      'days that do not follow one another',
    ],
    [
      'a price that is none of the list',
      { price: { per: 'Mtok', night: '1' } },
      'the price has night, which the list has not',
    ],
    ['another unit', { price: { per: '1000' } }, 'a price per 1000'],
    [
      'a usage that nothing counts',
      { usage: { songs: 2 } },
      'the usage has songs, which is no token of a kind',
    ],
    ['a kind that rates nothing', { kind: 'weather' }, 'rates nothing: weather'],
    [
      'weekdays of another zone',
      { kind: 'time_of_day', price: { hours_utc: '00:00-01:00', weekday_timezone: 'Asia/Shanghai' } },
      'hours of one zone, and weekdays of another: a book has one',
    ],
  ])('leave a row aside, with its reason, for %s', (_, change, reason) => {
    write('rated.json', [RATED, { ...RATED, ...change }]);
    const { lines, status } = printed();
    expect(status).toBe(0);
    expect(lines.at(-2)).toBe(`  rated: out of scope: ${reason}`);
    expect(lines.at(-1)).toBe('1 passed, 0 failed, 0 refused by a book, 1 out of scope');
  });

  it('fail for a file that cannot be read, and where nothing is reproduced', () => {
    expect(printed().status).toBe(1);
    writeRows([ROW]);
    write('bad.json', '[{');
    expect(printed()).toMatchObject({ status: 1 });
  });

  it.each(['{', '[]', '{"a": 1}'])('refuse %s for a price list', (text) => {
    write('list.price', text);
    expect(printed).toThrow(PriceListError);
  });
});
