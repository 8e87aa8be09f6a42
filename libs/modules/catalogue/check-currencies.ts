import type { DocumentFault, Plan, PriceBook } from '@ciyuan/core/catalogue';
import type { CatalogueBodies, CatalogueContent, DocumentKind } from '@ciyuan/core/charging';

/**
 * A base tariff is in the currency of its book, which a book keeps over its versions: a subscription goes on with the
 * plan that it was sold, and is charged by whatever version of the book is in force. A cost book may be in any currency.
 */
export function checkCurrencies<K extends DocumentKind>(
  kind: K,
  body: CatalogueBodies[K],
  content: CatalogueContent,
): readonly DocumentFault[] {
  if (kind === 'plan') return ofPlan(body as Plan, content);
  return kind === 'price_book' ? ofBook(body as PriceBook, content) : [];
}

function ofPlan({ priceBook, currency }: Plan, { price_book: books }: CatalogueContent): DocumentFault[] {
  const other = books.find(({ code, body }) => code === priceBook && body.currency !== currency);
  if (other === undefined) return [];
  return [
    { path: 'currency', code: 'currency_of_the_book', detail: `${other.code} is in ${other.body.currency}` },
  ];
}

function ofBook({ code, currency }: PriceBook, { price_book: books }: CatalogueContent): DocumentFault[] {
  if (books.every((other) => other.code !== code || other.body.currency === currency)) return [];
  return [{ path: 'currency', code: 'currency_changed', detail: 'use a new code for another currency' }];
}
