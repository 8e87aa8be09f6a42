import type { DocumentKind } from '@ciyuan/core/charging';

/** In the order in which people look for them. The list is written out: the code that charges is not loaded for it. */
const KINDS: Readonly<Record<DocumentKind, true>> = {
  plan: true,
  price_book: true,
  cost_book: true,
  coefficient_table: true,
  split_rule: true,
  contract: true,
  eligibility_rule: true,
  served_models: true,
  holiday_calendar: true,
  exchange_rates: true,
  notice_policy: true,
  variance_policy: true,
  settlement_calendar: true,
  approval_limits: true,
};

export const DOCUMENT_KINDS = Object.keys(KINDS) as DocumentKind[];

export const kindOf = (text: string | null | undefined): DocumentKind | undefined =>
  DOCUMENT_KINDS.find((kind) => kind === text);

export const isBook = (kind: string): kind is 'price_book' | 'cost_book' =>
  kind === 'price_book' || kind === 'cost_book';
