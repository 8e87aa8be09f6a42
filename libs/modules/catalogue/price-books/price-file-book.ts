import type { DocumentFault } from '@ciyuan/core/catalogue';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { ROW_KINDS, faultAt, type PriceColumn, type PriceTable, type RowKind } from './price-columns';
import { readPriceTable, type PlacedRow } from './read-price-table';

/** What a file says, not yet looked at as a book. */
export interface PriceFileBook {
  readonly body: unknown;
  /** A fault of the body, at the sheet, line and column that it comes from. */
  placed(fault: DocumentFault): DocumentFault;
}

const LISTS: ReadonlyMap<string, RowKind> = new Map([
  ['entries', 'price'],
  ['multipliers', 'factor'],
  ['tiers', 'tier'],
]);
const BAND_COLUMNS: ReadonlyMap<string, PriceColumn> = new Map([
  ['from', 'bandFrom'],
  ['to', 'bandTo'],
  ['days', 'bandDays'],
  ['holidays', 'bandHolidays'],
  ['on', 'bandOn'],
]);
const ROW_IN_TEXT = /\b(entries|multipliers|tiers)\.(\d+)/g;

/** A table as the body of a book, with its lines in mind; or every place that cannot be read. */
export function bookOfTable(table: PriceTable): Result<PriceFileBook, readonly DocumentFault[]> {
  const read = readPriceTable(table);
  if (!read.ok) return read;
  const { sheet } = table;
  const byKind = new Map(ROW_KINDS.map((kind) => [kind, read.value.filter((row) => row.kind === kind)]));
  const of = (kind: RowKind): readonly PlacedRow[] => byKind.get(kind) ?? [];
  const [book, second] = of('book');
  if (book === undefined)
    return refuse([faultAt({ sheet, line: 1 }, 'no_book', 'no line says the code of the book')]);
  if (second !== undefined) {
    return refuse([
      faultAt({ sheet, line: second.line }, 'book_twice', `line ${book.line} is of the book, too`),
    ]);
  }
  const lists = [...LISTS].map(([name, kind]) => [name, of(kind).map(({ part }) => part)] as const);
  const rowAt = (list: string | undefined, index: string | undefined): PlacedRow | undefined =>
    of(LISTS.get(list ?? '') ?? 'book')[LISTS.has(list ?? '') ? Number(index) : 0];
  return ok({
    body: { ...book.part, ...Object.fromEntries(lists) },
    placed({ path, code, detail }) {
      const parts = path.split('.').filter(Boolean);
      const isListed = LISTS.has(parts[0] ?? '');
      const row = rowAt(parts[0], parts[1]) ?? book;
      const column = columnOf(row, isListed ? parts.slice(2) : parts);
      const place = { sheet, line: row.line, ...(column !== undefined && { column }) };
      const inLines = detail.replace(ROW_IN_TEXT, (text, list: string, index: string) => {
        const other = rowAt(list, index);
        return other === undefined ? text : `line ${other.line}`;
      });
      return faultAt(place, code, inLines);
    },
  });
}

function columnOf({ kind, cells }: PlacedRow, [field, part]: readonly string[]): string | undefined {
  if (kind === 'tier') return 'tier';
  if (field === 'timeBand') return BAND_COLUMNS.get(part ?? '') ?? 'bandFrom';
  if (field === 'promptOver' && cells.promptFrom !== undefined) return 'promptFrom';
  if (field === 'completionOver' && cells.completionFrom !== undefined) return 'completionFrom';
  return field;
}
