import { CsvError, parse } from 'csv-parse/sync';
import type { z } from 'zod';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { readWith, type ValueFault } from '@ciyuan/platform/validation';

export interface CsvFile<T> {
  /** What faults call the file by: `orders.3.plan` is the plan of its third line. */
  readonly name: string;
  readonly columns: readonly string[];
  /** Of the columns, those that a file may do without. */
  readonly optional?: readonly string[];
  /** Reads one line: an empty cell is absent. Its faults never repeat a cell. */
  readonly line: z.ZodType<T>;
  /** Without the header. */
  readonly mostLines: number;
}

export interface PlacedLine<T> {
  /** As spreadsheets count: the header is 1. */
  readonly line: number;
  readonly value: T;
}

type Read<T> = Result<readonly PlacedLine<T>[], readonly ValueFault[]>;

const HEADER = 1;
/** Of one file: whoever mends these finds the others then. */
const MOST_FAULTS = 500;
const NOT_UTF8 = 'ERR_ENCODING_INVALID_ENCODED_DATA';

/** A file in UTF-8 with commas and a header line, read line by line; or all its faults, each with its line and column. */
export function readCsv<T>(bytes: Uint8Array, file: CsvFile<T>): Read<T> {
  const table = readRecords(bytes, file);
  if (!table.ok) return table;
  const [header = [], ...lines] = table.value;
  const misnamed = headerFaults(header, file);
  if (misnamed.length > 0) return refuse(misnamed);
  if (lines.length > file.mostLines)
    return refuse([fault(file, file.mostLines + HEADER + 1, 'too_many_lines', `at most ${file.mostLines}`)]);
  const placed: PlacedLine<T>[] = [];
  const faults: ValueFault[] = [];
  lines.forEach((cells, index) => {
    if (faults.length >= MOST_FAULTS || cells.every((cell) => cell === '')) return;
    const line = index + HEADER + 1;
    const read = readLine(cells, header, file);
    if (read.ok) placed.push({ line, value: read.value });
    else faults.push(...read.refusal.map((one) => ({ ...one, path: placeOf(file, line, one.path) })));
  });
  if (faults.length === 0 && placed.length === 0)
    faults.push(fault(file, HEADER, 'no_lines', 'only a header'));
  return faults.length > 0 ? refuse(faults.slice(0, MOST_FAULTS)) : ok(placed);
}

/** The records of such a file as they are, its header among them; or why it cannot be read. */
export function readRecords(
  bytes: Uint8Array,
  file: Pick<CsvFile<unknown>, 'name' | 'mostLines'>,
): Result<string[][], readonly ValueFault[]> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const to = file.mostLines + HEADER + 1;
    return ok(parse(text, { bom: true, relax_column_count: true, trim: true, to }));
  } catch (error) {
    // What the library says of a broken line quotes from it, and it may be somebody's name.
    if (error instanceof CsvError) {
      const line = typeof error.lines === 'number' ? error.lines : HEADER;
      return refuse([fault(file, line, 'not_csv', 'a quote that begins or ends where none may')]);
    }
    if ((error as NodeJS.ErrnoException).code !== NOT_UTF8) throw error;
    return refuse([fault(file, HEADER, 'not_utf8', 'the file is not encoded in UTF-8')]);
  }
}

function headerFaults<T>(header: readonly string[], file: CsvFile<T>): ValueFault[] {
  const { columns, optional = [] } = file;
  const missing = columns.filter((name) => !header.includes(name) && !optional.includes(name));
  const faults = missing.map((name) => fault(file, HEADER, 'missing_column', 'is to be there', name));
  header.forEach((name, index) => {
    const place = columns.includes(name) ? name : String(index + 1);
    if (place !== name)
      faults.push(fault(file, HEADER, 'unknown_column', `none of ${columns.join(', ')}`, place));
    else if (header.indexOf(name) < index)
      faults.push(fault(file, HEADER, 'column_twice', 'named further left', name));
  });
  return faults;
}

function readLine<T>(
  cells: readonly string[],
  header: readonly string[],
  { line }: CsvFile<T>,
): Result<T, readonly ValueFault[]> {
  if (cells.length > header.length)
    return refuse([{ path: String(header.length + 1), code: 'no_column', detail: 'no name above it' }]);
  const named = cells.map((cell, index) => [header[index] as string, cell] as const);
  return readWith(line, Object.fromEntries(named.filter(([, cell]) => cell !== '')));
}

const placeOf = (file: Pick<CsvFile<unknown>, 'name'>, line: number, column = ''): string =>
  [file.name, line, ...(column === '' ? [] : [column])].join('.');

const fault = (
  file: Pick<CsvFile<unknown>, 'name'>,
  line: number,
  code: string,
  detail: string,
  column?: string,
): ValueFault => ({ path: placeOf(file, line, column), code, detail });
