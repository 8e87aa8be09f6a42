import { displayName, instantText } from '@ciyuan/platform/validation';
import { z } from 'zod';
import { readCsv, type CsvFile } from './read-csv';
import { writeCsv } from './write-csv';

interface Person {
  readonly name: string;
  readonly since?: string | undefined;
}
const PEOPLE: CsvFile<Person> = {
  name: 'people',
  columns: ['name', 'since'],
  optional: ['since'],
  mostLines: 3,
  line: z.strictObject({ name: displayName, since: instantText.optional() }),
};
const SECRET = '11010519491231002X';

function told(text: string | Uint8Array): unknown {
  const read = readCsv(typeof text === 'string' ? Buffer.from(text) : text, PEOPLE);
  return read.ok ? read.value : read.refusal.map(({ path, code }) => `${path} ${code}`);
}

describe('a file of lines', () => {
  it('is read with the place of each line; empty cells and lines are nothing', () => {
    expect(told('\uFEFFsince,name\n,林\n\n2026-01-01T00:00:00Z," Wu, Li"\n')).toEqual([
      { line: 2, value: { name: '林' } },
      { line: 4, value: { name: 'Wu, Li', since: '2026-01-01T00:00:00Z' } },
    ]);
    expect(told('name\nLin')).toEqual([{ line: 2, value: { name: 'Lin' } }]);
  });

  it.each([
    ['a column that nobody asked for', `name,${SECRET}\nLin`, ['people.1.2 unknown_column']],
    ['a column twice', 'name,name\nLin,Lin', ['people.1.name column_twice']],
    ['no column of names', 'since\n2026-01-01T00:00:00Z', ['people.1.name missing_column']],
    ['nothing', '', ['people.1.name missing_column']],
    ['a header alone', 'name\n', ['people.1 no_lines']],
    ['a cell too many', `name\nLin,${SECRET}`, ['people.2.2 no_column']],
    ['more lines than it may have', 'name\n1\n2\n3\n4', ['people.5 too_many_lines']],
    ['a broken quote', `name\nLin\n"${SECRET}"x`, ['people.3 not_csv']],
    ['another encoding', Uint8Array.of(0x6e, 0xff), ['people.1 not_utf8']],
    [
      'a fault in each line',
      `name,since\n,2026\n${'x'.repeat(201)},\n`,
      ['people.2.name invalid_type', 'people.2.since not_an_instant', 'people.3.name too_big'],
    ],
  ])('is refused with %s', (_what, text, faults) => {
    expect(told(text)).toEqual(faults);
    const read = readCsv(typeof text === 'string' ? Buffer.from(text) : text, PEOPLE);
    expect(JSON.stringify(read)).not.toContain(SECRET);
  });

  it('is written so that it is read again, and executes nothing', () => {
    const bytes = writeCsv(['name', 'since'], [{ name: '=1+1', since: null }]);
    expect(Buffer.from(bytes).toString()).toBe("name,since\n'=1+1,\n");
    const cells = ['-0.5', '-12', '-1+1', '-0.5\n=1', '-.5'].map((name) => ({ name }));
    expect(Buffer.from(writeCsv(['name'], cells)).toString()).toBe(
      `name\n-0.5\n-12\n'-1+1\n"'-0.5\n=1"\n'-.5\n`,
    );
  });
});
