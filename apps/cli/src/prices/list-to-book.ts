import type { PriceBook } from '@ciyuan/core/catalogue';
import { checkPriceBook } from '@ciyuan/core/rating';
import type { ImportedPrices } from '../vectors/litellm/import-litellm';
import type { RefusedPrice } from '../vectors/litellm/price-list';

export interface ListAsBook {
  /** As it is published: it passes every check made when a book is saved. */
  readonly book: PriceBook;
  /** What of the list it does not hold, with the reason; without a key it is the whole model. */
  readonly refused: readonly RefusedPrice[];
}

/** Prices of LiteLLM are in dollars, and say nothing of hours. */
const LIST = { zone: 'UTC', currency: 'USD', tiers: [] };

/**
 * One book of all that a price list says and a book can say. A model whose prices have a hole, so that a book with it
 * would be refused on saving, is left out whole: with the hole dear usage would be charged cheaply.
 */
export function listAsBook(code: string, { entries, multipliers, refused }: ImportedPrices): ListAsBook {
  const holes: RefusedPrice[] = [];
  const whole = [...entries].filter(([model, own]) => {
    const factors = multipliers.filter((row) => row.model === model);
    const [fault] = checkPriceBook({ code, ...LIST, entries: own, multipliers: factors });
    if (fault !== undefined) holes.push({ model, reason: `${fault.code}: ${fault.path}` });
    return fault === undefined;
  });
  const held = new Set(whole.map(([model]) => model));
  return {
    book: {
      code,
      ...LIST,
      entries: whole.flatMap(([, own]) => own),
      multipliers: multipliers.filter(({ model }) => held.has(model)),
    },
    refused: [...refused, ...holes],
  };
}
