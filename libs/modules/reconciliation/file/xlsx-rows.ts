import { Readable } from 'node:stream';
import { stream, type CellValue, type Row } from 'exceljs';
import { UnreadableFile, type FileCell, type FileRow } from './file-row';

/** A cell further right stands in no column of ours. */
const MOST_COLUMNS = 256;
/** What spreadsheets keep of a number; with more digits it is the nearest there is to what somebody meant. */
const EXACT_DIGITS = 15;

/** Lines of the first sheet, one at a time; empty ones are passed over. */
export async function* xlsxRows(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<FileRow> {
  const source = new Watched(bytes);
  const reader = new stream.xlsx.WorkbookReader(Readable.from(source.chunks(), { objectMode: false }), {
    worksheets: 'emit',
    sharedStrings: 'cache',
    hyperlinks: 'ignore',
    styles: 'ignore',
    entries: 'ignore',
  });
  let row = 0;
  try {
    for await (const sheet of reader) {
      for await (const line of sheet as AsyncIterable<Row>) {
        row = line.number;
        const cells = cellsOf(line);
        if (cells.some((cell) => cell !== '')) yield { row, cells };
      }
      return;
    }
  } catch {
    if (source.error !== undefined) throw source.error;
    // The library says of a broken file what it stumbled over in itself.
    throw new UnreadableFile(row + 1, 'not_xlsx', 'a file that cannot be opened as a spreadsheet');
  }
  throw new UnreadableFile(1, 'not_xlsx', 'there is no sheet in it');
}

/** Tells bytes that could not be fetched from bytes that make no sheet. */
class Watched {
  error: Error | undefined;

  constructor(private readonly bytes: AsyncIterable<Uint8Array>) {}

  async *chunks(): AsyncGenerator<Uint8Array> {
    try {
      yield* this.bytes;
    } catch (error) {
      this.error = error as Error;
      throw error;
    }
  }
}

function cellsOf(line: Row): FileCell[] {
  const cells: FileCell[] = [];
  const end = Math.min(line.cellCount, MOST_COLUMNS);
  for (let place = 1; place <= end; place++) cells.push(cellOf(line.getCell(place).value));
  return cells;
}

/** A text as it stands; a number as its shortest decimal text, if that is what was meant to the last digit. */
function cellOf(value: CellValue): FileCell {
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
  return { code: 'not_text', detail: 'a formula or a value of another kind: write the text itself' };
}

function numberText(value: number): FileCell {
  const text = String(value);
  const isExact =
    /^-?\d+(\.\d+)?$/.test(text) && text.replace(/\D/g, '').replace(/^0+/, '').length <= EXACT_DIGITS;
  return isExact ? text : { code: 'not_exact', detail: 'a number that is not exact: write it as text' };
}
