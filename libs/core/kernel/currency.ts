/**
 * ISO 4217 codes of the currencies that books, plans and accounts may be in. All of them have two decimals, so that what
 * is said of a fen holds for each: a currency with none or three is not configured.
 */
export const CURRENCIES = [
  'CNY',
  'HKD',
  'MOP',
  'TWD',
  'USD',
  'EUR',
  'GBP',
  'CHF',
  'SGD',
  'MYR',
  'THB',
  'AED',
] as const;

export type Currency = (typeof CURRENCIES)[number];

export const isCurrency = (code: string): code is Currency =>
  (CURRENCIES as readonly string[]).includes(code);
