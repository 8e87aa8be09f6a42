import type { DocumentFault } from '@ciyuan/core/catalogue';

/** What a line of a price file is: a word about the book itself, an entry, a multiplier, or a ladder. */
export const ROW_KINDS = ['book', 'price', 'factor', 'tier'] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/**
 * The columns of a price file, in CSV and XLSX alike. A book with a `party` is what that asks, a cost book. `promptFrom` and `completionFrom` are for people: the first
 * number of tokens for which a price holds, which is stored as the bound below it; a file that is written names bounds.
 */
export const PRICE_COLUMNS = [
  'row',
  'code',
  'zone',
  'currency',
  'party',
  'model',
  'class',
  'price',
  'factor',
  'effectiveFrom',
  'effectiveTo',
  'serviceTier',
  'when',
  'promptOver',
  'promptFrom',
  'completionOver',
  'completionFrom',
  'bandFrom',
  'bandTo',
  'bandDays',
  'bandHolidays',
  'bandOn',
  'tier',
] as const;

export type PriceColumn = (typeof PRICE_COLUMNS)[number];
export type PriceRow = Readonly<Partial<Record<PriceColumn, string>>>;

const OF_ENTRIES = PRICE_COLUMNS.slice(PRICE_COLUMNS.indexOf('effectiveFrom'), PRICE_COLUMNS.indexOf('tier'));

/** What a line of each kind may fill: a figure anywhere else would be a wish unheard. */
export const COLUMNS_OF: Readonly<Record<RowKind, readonly PriceColumn[]>> = {
  book: ['row', 'code', 'zone', 'currency', 'party'],
  price: ['row', 'model', 'class', 'price', ...OF_ENTRIES],
  factor: ['row', 'model', 'when', 'factor'],
  tier: ['row', 'tier'],
};

/** The name of the one sheet; a CSV file is called the same. */
export const PRICE_SHEET = 'prices';

/** Far more than any book has: what is longer is no price file, and is not read to its end. */
export const MOST_LINES = 50_000;
/** Of one file: whoever mends these finds the others then. */
export const MOST_FAULTS = 500;

/** A cell's text, or why it is none. */
export type Cell = string | { readonly code: string; readonly detail: string };

/** A file as it was read: the first row is line 1, as spreadsheets count. */
export interface PriceTable {
  readonly sheet: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** `column` is left out where a whole line is at fault. */
export const faultAt = (
  place: { readonly sheet: string; readonly line: number; readonly column?: string },
  code: string,
  detail: string,
): DocumentFault => ({
  path: [place.sheet, place.line, ...(place.column === undefined ? [] : [place.column])].join('.'),
  code,
  detail,
});
