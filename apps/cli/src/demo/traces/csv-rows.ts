import { parse } from 'csv-parse';
import { pipeline } from 'node:stream';
import { openText } from './open-text';
import { TraceError, traceError } from './trace-error';

export interface CsvRow<Column extends string> {
  readonly line: number;
  readonly fields: Readonly<Record<Column, string>>;
  /** A column that not every file has; empty where it is missing. */
  readonly optional: (column: string) => string;
}

interface Parsed {
  readonly info: { readonly lines: number };
  readonly record: Readonly<Record<string, string>>;
}

/** The rows of a CSV file whose header names at least `columns`, in any order. */
export async function* csvRows<Column extends string>(
  path: string,
  columns: readonly Column[],
): AsyncGenerator<CsvRow<Column>> {
  let header: string[] = [];
  const named = (first: string[]): string[] => (header = checked(path, first, columns));
  try {
    const parser = parse({ bom: true, info: true, skip_empty_lines: true, columns: named });
    const rows = pipeline(await openText(path), parser, () => undefined) as AsyncIterable<Parsed>;
    for await (const { info, record } of rows) {
      const fields = record as Record<Column, string>;
      yield { line: info.lines, fields, optional: (column) => record[column] ?? '' };
    }
  } catch (error) {
    throw traceError(path, linesOf(error), error);
  }
  // A file without a line never comes to its header.
  checked(path, header, columns);
}

function checked(path: string, header: string[], columns: readonly string[]): string[] {
  const missing = columns.filter((column) => !header.includes(column));
  if (missing.length > 0) throw new TraceError(path, 1, `no column ${missing.join(', ')}`);
  return header;
}

/** csv-parse says in its errors how far it had read; other streams do not know lines. */
function linesOf(error: unknown): number | undefined {
  const { lines } = error as { lines?: unknown };
  return typeof lines === 'number' ? lines : undefined;
}
