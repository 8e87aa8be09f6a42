import type { PriceBook } from '../catalogue';
import { formatInstant, type Instant } from '../kernel';
import { fault, type BookFault } from './book-fault';
import { livingBook } from './dated-entries';

/** A fault for each dated price that can never apply once the version is in force, at its place in the book. */
export function checkDatedPrices(book: PriceBook, from: Instant): BookFault[] {
  const living = livingBook(book, from);
  if (living === book) return [];
  const kept = new Set(living.entries);
  const detail = `it has ended by ${formatInstant(from)}, or a later one of the same conditions stands before it`;
  return book.entries.flatMap((entry, index) =>
    kept.has(entry) ? [] : [fault(`entries.${index}`, 'never_applies', detail)],
  );
}
