/** That accounts are kept in. */
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
