import type { DocumentFault } from '@ciyuan/core/catalogue';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import {
  MOST_LINES,
  PRICE_COLUMNS,
  PRICE_SHEET,
  faultAt,
  type PriceRow,
  type PriceTable,
} from './price-columns';

const NOT_UTF8 = 'ERR_ENCODING_INVALID_ENCODED_DATA';

/** UTF-8, comma, a header line. The same rows are the same bytes. */
export const csvOf = (rows: readonly PriceRow[]): Uint8Array =>
  Buffer.from(stringify([...rows], { header: true, columns: [...PRICE_COLUMNS] }), 'utf8');

/** Every cell is text already, so that no figure ever was a binary number. */
export function readPriceCsv(bytes: Uint8Array): Result<PriceTable, readonly DocumentFault[]> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const rows = parse(text, { bom: true, relax_column_count: true, trim: true, to: MOST_LINES + 1 });
    return ok({ sheet: PRICE_SHEET, rows });
  } catch (error) {
    if (error instanceof CsvError) {
      const line = typeof error.lines === 'number' ? error.lines : 1;
      return refuse([faultAt({ sheet: PRICE_SHEET, line }, 'not_csv', error.message)]);
    }
    if ((error as NodeJS.ErrnoException).code !== NOT_UTF8) throw error;
    return refuse([faultAt({ sheet: PRICE_SHEET, line: 1 }, 'not_utf8', 'the file is not encoded in UTF-8')]);
  }
}
