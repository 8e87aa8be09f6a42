import type { PriceBook, PriceEntry } from '../../libs/core/catalogue';
import { checkPriceBook } from '../../libs/core/rating';

export const START = '2026-01-01T00:00:00+08:00';
export const MARCH = '2026-03-01T00:00:00+08:00';
export const MAY = '2026-05-01T00:00:00+08:00';

/** An entry at one yuan from {@link START} on, but for what is given. */
export const entry = (model: string, tokenClass: string, rest: Partial<PriceEntry> = {}): PriceEntry => ({
  model,
  class: tokenClass,
  price: '1',
  effectiveFrom: START,
  ...rest,
});

/** Input of the model `m`. */
export const m = (rest: Partial<PriceEntry> = {}): PriceEntry => entry('m', 'input', rest);

export const book = (entries: readonly PriceEntry[], rest: Partial<PriceBook> = {}): PriceBook => ({
  code: 'retail',
  zone: 'Asia/Shanghai',
  currency: 'CNY',
  entries,
  multipliers: [],
  tiers: [],
  ...rest,
});

/** Each fault as its place and its code. */
export const faultsOf = (one: PriceBook): string[] =>
  checkPriceBook(one).map((fault) => `${fault.path} ${fault.code}`);
