import type { DocumentFault } from '@ciyuan/core/catalogue';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { Workbook, type CellValue, type Worksheet } from 'exceljs';
import { isSmallZip } from './price-file-size';
import {
  MOST_LINES,
  PRICE_COLUMNS,
  PRICE_SHEET,
  faultAt,
  type Cell,
  type PriceRow,
  type PriceTable,
} from './price-columns';

const TEXT_FORMAT = '@';
const WIDTH = 16;
/** A cell further right stands in no column of ours: that it is there is told, but not how far. */
const MOST_COLUMNS = 64;
/** What spreadsheets keep of a number; with more digits it is the nearest there is to what somebody meant. */
const EXACT_DIGITS = 15;
/** A spreadsheet reads `_x0041_` in a text as the character of that number, and `_x005F_` as the line before it. */
const ESCAPE_LIKE = /_(?=x[0-9A-Fa-f]{4}_)/g;
/** Nothing in them is a price, and the library writes out each cell that they cover. */
const IGNORED = [
  'mergeCells',
  'dataValidations',
  'conditionalFormatting',
  'hyperlinks',
  'drawing',
  'tableParts',
];

/** One sheet of texts: no cell is a number, so that none is rounded on its way through a spreadsheet. */
export async function xlsxOf(rows: readonly PriceRow[], writtenAt: Date): Promise<Uint8Array> {
  const workbook = new Workbook();
  workbook.created = writtenAt;
  workbook.modified = writtenAt;
  const sheet = workbook.addWorksheet(PRICE_SHEET, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = PRICE_COLUMNS.map((name) => ({
    header: name,
    key: name,
    width: WIDTH,
    style: { numFmt: TEXT_FORMAT },
  }));
  sheet.getRow(1).font = { bold: true };
  for (const row of rows) {
    const texts = Object.entries(row).map(([name, text]) => [name, text.replace(ESCAPE_LIKE, '_x005F_')]);
    sheet.addRow(Object.fromEntries(texts));
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

export async function readPriceXlsx(
  bytes: Uint8Array,
): Promise<Result<PriceTable, readonly DocumentFault[]>> {
  const notXlsx = (detail: string) => refuse([faultAt({ sheet: PRICE_SHEET, line: 1 }, 'not_xlsx', detail)]);
  if (!isSmallZip(bytes))
    return notXlsx('no file of a spreadsheet, or one that grows too large when it is opened');
  const workbook = new Workbook();
  try {
    await workbook.xlsx.load(bytes.slice().buffer, { ignoreNodes: IGNORED });
  } catch {
    // The library says of a broken file what it stumbled over in itself.
    return notXlsx('a file that cannot be opened as a spreadsheet');
  }
  const named = workbook.getWorksheet(PRICE_SHEET);
  const sheet = named ?? (workbook.worksheets.length === 1 ? workbook.worksheets[0] : undefined);
  return sheet === undefined ? notXlsx(`no sheet is called ${PRICE_SHEET}`) : ok(tableOf(sheet));
}

function tableOf(sheet: Worksheet): PriceTable {
  const rows: Cell[][] = [];
  sheet.eachRow({ includeEmpty: false }, (row, line) => {
    const place = Math.min(line, MOST_LINES + 1);
    if (rows.length >= place) return;
    while (rows.length < place - 1) rows.push([]);
    const cells: Cell[] = [];
    row.eachCell({ includeEmpty: false }, (cell, position) => {
      if (position > MOST_COLUMNS && cells.length >= MOST_COLUMNS) return;
      while (cells.length < Math.min(position, MOST_COLUMNS) - 1) cells.push('');
      cells.push(cellOf(cell.value));
    });
    rows.push(cells);
  });
  return { sheet: sheet.name, rows };
}

/** A text as it stands; a number as its shortest decimal text, if that is what was meant to the last digit. */
function cellOf(value: CellValue): Cell {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number') return numberText(value);
  if (value instanceof Date)
    return { code: 'a_date', detail: 'write it as text, such as 2026-01-01T00:00:00+08:00' };
  if (typeof value === 'object' && 'richText' in value)
    return value.richText
      .map(({ text }) => text)
      .join('')
      .trim();
  if (typeof value === 'object' && 'hyperlink' in value && typeof value.text === 'string')
    return value.text.trim();
  return { code: 'not_text', detail: 'a formula or a value of another kind: write the text itself' };
}

function numberText(value: number): Cell {
  const text = String(value);
  if (!/^-?\d+(\.\d+)?$/.test(text) || text.replace(/\D/g, '').replace(/^0+/, '').length > EXACT_DIGITS) {
    return { code: 'not_exact', detail: `${text}: a number that is not exact; write it as text` };
  }
  return text;
}
