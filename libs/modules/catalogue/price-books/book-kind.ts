import type { CatalogueBodies } from '@ciyuan/core/charging';

/** What customers pay, or what a party asks. */
export const BOOK_KINDS = ['price_book', 'cost_book'] as const;
export type BookKind = (typeof BOOK_KINDS)[number];
export type BookBody = CatalogueBodies[BookKind];

/** By its party, which only a cost book has. */
export const bookKindOf = (body: unknown): BookKind =>
  typeof body === 'object' && body !== null && 'party' in body ? 'cost_book' : 'price_book';
