import type { PriceBook, PriceEntry } from '@ciyuan/core/catalogue';
import type { Ratio } from '@ciyuan/core/kernel';
import { checkPriceBook, convertPrice } from '@ciyuan/core/rating';
import { BODY_SCHEMAS } from '@ciyuan/modules/catalogue';
import { readWith } from '@ciyuan/platform/validation';
import type { ImportedPrices } from '../vectors/litellm/import-litellm';
import type { RefusedPrice } from '../vectors/litellm/price-list';

export interface ListAsBook {
  /** As it is published: it passes every check made when a book is saved. */
  readonly book: PriceBook;
  /** What of the list it does not hold, with the reason; without a key it is the whole model. */
  readonly refused: readonly RefusedPrice[];
}

/** Another currency than the list's, and what a dollar is worth in it. */
export interface Conversion {
  readonly currency: string;
  readonly rate: Ratio;
}

/** The currency of LiteLLM's lists. */
export const LIST_CURRENCY = 'USD';
/** They say nothing of hours; a date is one of this zone. */
export const LIST_ZONE = 'UTC';

/**
 * One book of all that a price list says and a book can say. A model whose prices have a hole, so that a book with it
 * would be refused on saving, is left out whole: with the hole dear usage would be charged cheaply.
 */
export function listAsBook(code: string, imported: ImportedPrices, conversion?: Conversion): ListAsBook {
  const head = { code, zone: LIST_ZONE, currency: conversion?.currency ?? LIST_CURRENCY, tiers: [] };
  const refused: RefusedPrice[] = [...imported.refused];
  const books: PriceBook[] = [];
  for (const [model, listed] of imported.entries) {
    const entries = listed.flatMap((entry) => converted(entry, conversion));
    const multipliers = imported.multipliers.filter((row) => row.model === model);
    const book = { ...head, entries, multipliers };
    const reason =
      entries.length < listed.length ? `a price that is nothing in ${head.currency}` : faultOf(book);
    if (reason === undefined) books.push(book);
    else refused.push({ model, reason });
  }
  const entries = books.flatMap((book) => book.entries);
  return { book: { ...head, entries, multipliers: books.flatMap((book) => book.multipliers) }, refused };
}

function converted(entry: PriceEntry, conversion: Conversion | undefined): PriceEntry[] {
  if (conversion === undefined) return [entry];
  const price = convertPrice(entry.price, conversion.rate);
  return price === undefined ? [] : [{ ...entry, price }];
}

/** The first of what a book of this model alone would be refused for. */
function faultOf(book: PriceBook): string | undefined {
  const read = readWith(BODY_SCHEMAS.price_book, book);
  const [fault] = read.ok ? checkPriceBook(book) : read.refusal;
  return fault === undefined ? undefined : `${fault.code}: ${fault.path}`;
}
