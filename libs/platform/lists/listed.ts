import { cursorText } from './cursor';
import type { PlaceInList } from './ordered';

export interface SortedRow {
  sort_key: string[];
}

/** A page of a list. */
export interface Listed<T> {
  readonly items: readonly T[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
}

/** The page out of what its statement found, which is one row more where another page follows. */
export function listedOf<Row extends SortedRow, T>(
  rows: readonly Row[],
  { sort, limit }: PlaceInList<string>,
  read: (row: Row) => T,
): Listed<T> {
  const page = rows.slice(0, limit);
  const last = page[page.length - 1];
  const next = rows.length > limit && last !== undefined ? cursorText(sort, last.sort_key) : null;
  return { items: page.map(read), next };
}
