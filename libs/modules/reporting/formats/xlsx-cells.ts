import type { CellFormulaValue, Column } from 'exceljs';
import { cellText } from './plain-text';

export const WHOLE = '#,##0';
export const FEN = '#,##0.00';
export const EXACT = '#,##0.00##########';
const TEXT = '@';

export const textColumn = (header: string, key: string, width: number): Partial<Column> => ({
  header,
  key,
  width,
  style: { numFmt: TEXT },
});

export const numberColumn = (
  header: string,
  key: string,
  width: number,
  numFmt: string,
): Partial<Column> => ({
  header,
  key,
  width,
  style: { numFmt, alignment: { horizontal: 'right' } },
});

export const textOrEmpty = (text: string | null | undefined): string | null =>
  text === null || text === undefined || text === '' ? null : cellText(text);

/** Decimal text as a spreadsheet's number. It keeps 15 digits: the digits that prove stand as text beside totals. */
export const cellNumber = (text: string | number): number => Number(text);

/** A formula with what it comes to, for readers that do not calculate. */
export const formula = (text: string, result: string): CellFormulaValue => ({
  formula: text,
  result: cellNumber(result),
  date1904: false,
});
