import type { InvoiceLine } from '@ciyuan/modules/billing';
import type { Row, Worksheet } from 'exceljs';
import { yuanText } from '../formats/plain-text';
import type { Book } from '../formats/xlsx-book';
import {
  FEN,
  WHOLE,
  cellNumber,
  formula,
  numberColumn,
  textColumn,
  textOrEmpty,
} from '../formats/xlsx-cells';
import { lastDay, localDay, type Amounts, type InvoicePaper } from './invoice-paper';
import { percentOf, tokensOf, wordsOf } from './line-words';

const TOKENS = '#,##0.###';
const RATE = '0.00%';
const DATE = 'yyyy-mm-dd';
const HEADER_ROWS = 1;
export const LINES_SHEET = 'Lines';

export const INVOICE_LINE_COLUMNS = [
  numberColumn('行 Line', 'line', 8, WHOLE),
  textColumn('账户 Account', 'account', 20),
  textColumn('类型 Kind', 'kind', 12),
  textColumn('说明 Description', 'description', 52),
  textColumn('套餐 Plan', 'plan', 20),
  textColumn('模型 Model', 'model', 24),
  numberColumn('起 From', 'from', 12, DATE),
  numberColumn('止 To', 'to', 12, DATE),
  numberColumn('天数 Days', 'days', 10, WHOLE),
  numberColumn('词元 Tokens', 'tokens', 18, TOKENS),
  numberColumn('税率 VAT rate', 'vatRate', 12, RATE),
  textColumn('计税 Tax mode', 'taxMode', 12),
  textColumn('税收编码 Tax code', 'taxCode', 22),
  numberColumn('不含税金额 Net', 'net', 16, FEN),
  numberColumn('税额 VAT', 'tax', 14, FEN),
  numberColumn('含税金额 Gross', 'gross', 16, FEN),
  numberColumn('已冲减 Credited', 'credited', 16, FEN),
];

/** Columns with totals, by what spreadsheets call them. */
export const FOOTED = { net: 'N', tax: 'O', gross: 'P', credited: 'Q' } as const;

/** The lines, below them what they come to, and that again by rate; says which row has the totals. */
export function writeLines(book: Book, { invoice, lines, rates }: InvoicePaper): number {
  const sheet = book.addSheet(LINES_SHEET, INVOICE_LINE_COLUMNS);
  for (const line of lines) sheet.addRow(cellsOf(line)).commit();
  const last = lines.length + HEADER_ROWS;
  const total = { ...amountTexts(invoice), credited: yuanText(invoice.creditedFen) };
  bold(sheet, '合计 Total', total, (letter) => `SUM(${letter}2:${letter}${last})`);
  for (const rate of rates)
    bold(
      sheet,
      `税率 ${percentOf(rate.vatRate)} VAT rate`,
      amountTexts(rate),
      (letter) => `SUMIF(K2:K${last},${rate.vatRate},${letter}2:${letter}${last})`,
    );
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: last, column: INVOICE_LINE_COLUMNS.length } };
  sheet.commit();
  return last + 1;
}

const cellsOf = (line: InvoiceLine) => ({
  line: line.line,
  account: textOrEmpty(line.account),
  kind: line.kind,
  description: textOrEmpty(wordsOf(line)),
  plan: textOrEmpty(line.plan),
  model: textOrEmpty(line.model),
  from: dateCell(localDay(line.startsAt)),
  to: dateCell(lastDay(line.endsAt)),
  days: line.days,
  tokens: cellNumber(tokensOf(line)),
  vatRate: cellNumber(line.vatRate),
  taxMode: line.taxMode,
  taxCode: line.taxCode,
  net: cellNumber(yuanText(line.netFen)),
  tax: cellNumber(yuanText(line.taxFen)),
  gross: cellNumber(yuanText(line.grossFen)),
  credited: cellNumber(yuanText(line.creditedFen)),
});

/** A spreadsheet has days without a zone. */
const dateCell = (day: string | null): Date | null => (day === null ? null : new Date(`${day}T00:00:00Z`));

const amountTexts = ({ netFen, taxFen, grossFen }: Amounts) => ({
  net: yuanText(netFen),
  tax: yuanText(taxFen),
  gross: yuanText(grossFen),
});

function bold(
  sheet: Worksheet,
  description: string,
  texts: Readonly<Record<string, string>>,
  formulaOf: (letter: string) => string,
): void {
  const cells = Object.entries(FOOTED).flatMap(([key, letter]) => {
    const text = texts[key];
    return text === undefined ? [] : [[key, formula(formulaOf(letter), text)] as const];
  });
  const row: Row = sheet.addRow({ description, ...Object.fromEntries(cells) });
  row.font = { bold: true };
  row.commit();
}
