import type { DocumentFault } from '@ciyuan/core/catalogue';
import type { Instant, Result } from '@ciyuan/core/kernel';
import type { BookBody } from './book-kind';
import type { PriceTable } from './price-columns';
import { csvOf, readPriceCsv } from './price-csv';
import { bookOfTable, type PriceFileBook } from './price-file-book';
import { readPriceXlsx, xlsxOf } from './price-xlsx';
import { priceRowsOf } from './write-price-rows';

export const PRICE_FORMATS = ['csv', 'xlsx'] as const;
export type PriceFormat = (typeof PRICE_FORMATS)[number];

/** A price book as a file; `writtenAt` is what a spreadsheet shows as its date. */
export async function writePriceFile(
  format: PriceFormat,
  book: BookBody,
  writtenAt: Instant,
): Promise<Uint8Array> {
  const rows = priceRowsOf(book);
  return format === 'csv' ? csvOf(rows) : xlsxOf(rows, new Date(writtenAt));
}

/** What a file says; or each place in it that cannot be read. */
export async function readPriceFile(
  format: PriceFormat,
  bytes: Uint8Array,
): Promise<Result<PriceFileBook, readonly DocumentFault[]>> {
  const table: Result<PriceTable, readonly DocumentFault[]> =
    format === 'csv' ? readPriceCsv(bytes) : await readPriceXlsx(bytes);
  return table.ok ? bookOfTable(table.value) : table;
}
