import { stringify } from 'csv-stringify/sync';

/** What spreadsheets take for the beginning of a formula, in full width too, and what they skip before it. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const NUMBER = /^-\d+(\.\d+)?$/;

/** UTF-8, comma, a header line; text that a spreadsheet shows and does not execute. Null is an empty cell. */
export function writeCsv(
  columns: readonly string[],
  rows: Iterable<Readonly<Record<string, string | number | null>>>,
): Uint8Array {
  const lines = Array.from(rows, (row) => columns.map((column) => cellOf(row[column] ?? '')));
  return Buffer.from(stringify([[...columns], ...lines]), 'utf8');
}

/** A negative number stays one. */
const cellOf = (value: string | number): string =>
  typeof value === 'string' && FORMULA.test(value) && !NUMBER.test(value) ? `'${value}` : String(value);
