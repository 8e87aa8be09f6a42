export const GRANT_SOURCES = [
  'allowance',
  'trial',
  'pack',
  'promotion',
  'gift',
  'correction',
  'prepaid_commitment',
] as const;

/** Where the tokens of a grant come from. */
export type GrantSource = (typeof GRANT_SOURCES)[number];

/** Burnt first: what was given; then the period's own allowance; then what was bought to last; commitments last. */
export const DEFAULT_PRIORITY: Readonly<Record<GrantSource, number>> = {
  trial: 10,
  gift: 10,
  promotion: 10,
  correction: 10,
  allowance: 20,
  pack: 30,
  prepaid_commitment: 40,
};
