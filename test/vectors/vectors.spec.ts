import { mkdtempSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KINDS } from '../../apps/cli/src/vectors/kinds';
import { printVectors, runVectors } from '../../apps/cli/src/vectors/run-vectors';

const printed = (directory: string): { lines: string[]; status: number } => {
  const lines: string[] = [];
  const status = printVectors(runVectors(directory), (line) => lines.push(line));
  return { lines, status };
};

describe('the worked examples', () => {
  it('are reproduced, every one', () => {
    const cases = readdirSync(__dirname)
      .filter((name) => name.endsWith('.json'))
      .flatMap((name) => (JSON.parse(readFileSync(join(__dirname, name), 'utf8')) as { cases: unknown[] }).cases);
    expect(cases.length).toBeGreaterThan(300);
    expect(printed(__dirname)).toEqual({ lines: [`${cases.length} passed, 0 failed`], status: 0 });
  });

  it('cover every kind that there is', () => {
    const kinds = readdirSync(__dirname)
      .filter((name) => name.endsWith('.json'))
      .map((name) => (JSON.parse(readFileSync(join(__dirname, name), 'utf8')) as { kind: string }).kind);
    expect(kinds.sort()).toEqual([...KINDS.keys()].sort());
  });
});

describe('a directory that is not as it should be', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'vectors-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  const write = (name: string, content: unknown): void =>
    writeFileSync(join(directory, name), typeof content === 'string' ? content : JSON.stringify(content));
  const original = (kind: string): string => readFileSync(join(__dirname, `${kind}.json`), 'utf8');

  it.each<[string, string, string, string]>([
    ['calendar', '"2026-01-30T16:00:00Z"', '"2026-01-30T15:00:00Z"', 'expected.periodStarts.0'],
    ['commitments', '"withinCharge": "320"', '"withinCharge": "321"', 'expected.1.withinCharge'],
    ['drawdown', '"milliTokens": "1000000"', '"milliTokens": "1000001"', 'expected.0.movements.0.milliTokens'],
    ['prices', '"total": "0.002002"', '"total": "0.002003"', 'rows.1.expected.total'],
    ['proration', '"fee": "3.25"', '"fee": "3.26"', 'expected.fee'],
    ['recognition', '"3300000000660"', '"3300000000661"', 'expected.recognisedPicoYuan.2'],
    ['splits', '"operator": "0.04"', '"operator": "0.03"', 'expected.shares.operator'],
    ['tiers', '"charge": "9.900002"', '"charge": "9.900003"', 'steps.2.charge'],
  ])('fails a wrong figure among the %s', (kind, right, wrong, path) => {
    const text = original(kind).replace(/": "/g, '": "').replace(right, wrong);
    expect(text).not.toBe(original(kind));
    write('any-name.json', text);
    const { lines, status } = printed(directory);
    expect(status).toBe(1);
    expect(lines[0]).toMatch(/^any-name\.json: case 0 /);
    expect(lines[0]).toContain(`: ${path}: expected `);
    expect(lines.at(-1)).toMatch(/^\d+ passed, 1 failed$/);
  });

  it('fails a figure that is missing and one that is too many', () => {
    const { cases } = JSON.parse(original('proration')) as { cases: { expected: object }[] };
    const [first, second] = cases as [{ expected: object }, { expected: object }];
    write('a.json', { kind: 'proration', cases: [{ ...first, expected: {} }, { ...second, expected: { ...second.expected, tax: '0' } }] });
    expect(printed(directory).lines).toEqual([
      expect.stringContaining('expected.fee: expected nothing, got "3.25"'),
      expect.stringContaining('expected.tax: expected "0", got nothing'),
      '0 passed, 2 failed',
    ]);
  });

  it('compares decimals by their value', () => {
    write('a.json', original('proration').replace('"fee": "3.25"', '"fee": "3.250"'));
    expect(printed(directory).status).toBe(0);
  });

  it('fails a case that does not have the shape of its kind', () => {
    write('a.json', { kind: 'splits', cases: [{ name: 'a half', rule: {} }, null] });
    const { lines, status } = printed(directory);
    expect(status).toBe(1);
    expect(lines[0]).toMatch(/^a\.json: case 0 \(a half\): /);
    expect(lines[1]).toMatch(/^a\.json: case 1: /);
    expect(lines[2]).toBe('0 passed, 2 failed');
  });

  it.each([
    ['an unknown kind', { kind: 'dividends', cases: [{}] }, 'unknown kind: dividends'],
    ['no kind', { cases: [{}] }, 'unknown kind: undefined'],
    ['no cases', { kind: 'tiers' }, 'has no list of cases'],
    ['no JSON', '{"kind": "tiers"', 'JSON'],
    ['nothing in it', 'null', 'unknown kind: undefined'],
  ])('fails a file with %s, beside good ones', (_, content, problem) => {
    write('bad.json', content);
    write('good.json', original('tiers'));
    const { lines, status } = printed(directory);
    expect(status).toBe(1);
    expect(lines[0]).toMatch(/^bad\.json: /);
    expect(lines[0]).toContain(problem);
    expect(lines.at(-1)).toMatch(/^[1-9]\d* passed, 0 failed$/);
  });

  it('fails a file that cannot be read', () => {
    mkdirSync(join(directory, 'folder.json'));
    write('good.json', original('tiers'));
    expect(printed(directory)).toMatchObject({ status: 1, lines: [expect.stringContaining('folder.json: EISDIR'), expect.anything()] });
  });

  it('fails where no case is found', () => {
    write('notes.txt', 'no example');
    expect(printed(directory)).toEqual({ lines: [`${directory}: no case was found`, '0 passed, 0 failed'], status: 1 });
    write('empty.json', { kind: 'tiers', cases: [] });
    expect(printed(directory).status).toBe(1);
    expect(printed(join(directory, 'nowhere')).status).toBe(1);
  });
});
