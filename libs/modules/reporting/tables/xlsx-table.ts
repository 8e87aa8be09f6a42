import type { CellValue, Worksheet } from 'exceljs';
import { reportDate, type Write } from '../formats/report-format';
import { openBook } from '../formats/xlsx-book';
import {
  EXACT,
  FEN,
  WHOLE,
  cellNumber,
  formula,
  numberColumn,
  textColumn,
  textOrEmpty,
} from '../formats/xlsx-cells';
import type { CellFormat, ReportTable, TableColumn, TableRow } from './report-table';

const RATE = '#,##0.000000';
const HEADER_ROWS = 1;
const FORMATS: Readonly<Record<Exclude<CellFormat, 'text'>, string>> = {
  whole: WHOLE,
  fen: FEN,
  exact: EXACT,
  rate: RATE,
};

/** What a total is the sum of, by the letter of its column. */
type FormulaOf = (letter: string) => string;

/** One sheet: each section's rows and below them its total; at the end what all sections of a group come to. */
export async function xlsxTable(table: ReportTable, write: Write): Promise<void> {
  const { name, month, columns, sections, totals } = table;
  const book = openBook(write, reportDate(month));
  const sheet = book.addSheet(name, columns.map(columnOf));
  const totalRows = new Map<string, number[]>();
  let last = HEADER_ROWS;
  for (const { group, rows, total } of sections) {
    const first = last + 1;
    for (const row of rows) sheet.addRow(cellsOf(columns, row)).commit();
    last += rows.length + 1;
    addTotal(sheet, columns, total, (letter) => `SUM(${letter}${first}:${letter}${last - 1})`);
    totalRows.set(group, [...(totalRows.get(group) ?? []), last]);
  }
  for (const { group, total } of totals) {
    const own = totalRows.get(group) ?? [];
    addTotal(sheet, columns, total, (letter) => own.map((row) => `${letter}${row}`).join('+'));
  }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: last, column: columns.length } };
  sheet.commit();
  await book.end();
}

const columnOf = ({ key, header, width, format }: TableColumn) =>
  format === 'text' ? textColumn(header, key, width) : numberColumn(header, key, width, FORMATS[format]);

function cellsOf(columns: readonly TableColumn[], row: TableRow): Record<string, CellValue> {
  return Object.fromEntries(
    columns.map(({ key, format }): [string, CellValue] => {
      const text = row[key] ?? null;
      if (format === 'text') return [key, textOrEmpty(text)];
      return [key, text === null ? null : cellNumber(text)];
    }),
  );
}

function addTotal(
  sheet: Worksheet,
  columns: readonly TableColumn[],
  total: TableRow,
  formulaOf: FormulaOf,
): void {
  const cells = cellsOf(columns, total);
  columns.forEach(({ key, totalled }, index) => {
    if (totalled) cells[key] = formula(formulaOf(letterOf(index)), total[key] ?? '0');
  });
  const row = sheet.addRow(cells);
  row.font = { bold: true };
  row.commit();
}

const LETTERS = 26;

/** A, B, … Z, AA: as spreadsheets call the column of an index. */
function letterOf(index: number): string {
  const letter = String.fromCharCode('A'.charCodeAt(0) + (index % LETTERS));
  return index < LETTERS ? letter : letterOf(Math.floor(index / LETTERS) - 1) + letter;
}
