import type { StoredLine } from '@ciyuan/modules/settlement';
import { controlTotals, type ControlTotals } from './control-totals';
import { NO_LINES, addTotals, totalsOf } from './line-totals';
import { reportDate, type OpenDocument } from './report-format';
import { writeLine, LINE_COLUMNS, TOTALLED, type TotalledColumn } from './xlsx-lines';
import { writeSummary } from './xlsx-summary';
import { openBook, type Book } from './xlsx-book';
import { formula } from './xlsx-cells';

const HEADER_ROWS = 1;

/** Sheets of lines, each with its totals below, and before them one sheet with the summary. */
export const xlsxStatement: OpenDocument = async (statement, write, { rowsPerSheet }) => {
  const book = openBook(write, reportDate(statement.month));
  const totalCells: string[] = [];
  let sheet: LinesSheet | undefined;
  const finish = (): void => {
    if (sheet !== undefined) totalCells.push(sheet.end());
    sheet = undefined;
  };
  return {
    add: async (lines) => {
      for (let from = 0; from < lines.length; ) {
        if (sheet?.rows() === rowsPerSheet) finish();
        sheet ??= linesSheet(book, `Lines ${totalCells.length + 1}`);
        const part = lines.slice(from, from + rowsPerSheet - sheet.rows());
        sheet.add(part);
        from += part.length;
        await book.settle();
      }
    },
    end: async (totals) => {
      finish();
      writeSummary(book, statement, controlTotals([statement], totals), totalCells);
      await book.end();
    },
  };
};

interface LinesSheet {
  add(lines: readonly StoredLine[]): void;
  rows(): number;
  /** Where its totals stand: `'Lines 1'!?1002`, with a question mark for the column. */
  end(): string;
}

function linesSheet(book: Book, name: string): LinesSheet {
  const sheet = book.addSheet(name, LINE_COLUMNS);
  let totals = NO_LINES;
  return {
    rows: () => totals.rows,
    add: (lines) => {
      totals = addTotals(totals, totalsOf(lines));
      for (const line of lines) writeLine(sheet, line);
    },
    end: () => {
      const last = totals.rows + HEADER_ROWS;
      const row = sheet.addRow({ lineKind: '合计 Total', ...sumsOf(controlTotals([], totals), last) });
      row.font = { bold: true };
      row.commit();
      sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: last, column: LINE_COLUMNS.length } };
      sheet.commit();
      return `'${name}'!?${last + 1}`;
    },
  };
}

const sumsOf = (totals: ControlTotals, last: number): object =>
  Object.fromEntries(
    (Object.entries(TOTALLED) as [TotalledColumn, string][]).map(([key, column]) => [
      key,
      formula(`SUM(${column}${HEADER_ROWS + 1}:${column}${last})`, totals[key]),
    ]),
  );
