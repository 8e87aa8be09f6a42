import type { DocumentFault } from '../catalogue';

/** Why a book cannot be saved. */
export type BookFaultCode =
  // What cannot be read.
  | 'unknown_zone'
  | 'no_model'
  | 'unknown_class'
  | 'not_a_decimal'
  | 'too_many_places'
  | 'negative'
  | 'not_an_instant'
  | 'ends_before_it_begins'
  // What would be dead from the first day on.
  | 'never_applies'
  | 'not_a_bound'
  | 'not_a_local_time'
  | 'not_a_weekday'
  | 'no_weekday'
  | 'calendar_without_days'
  // What would be decided by chance, or twice.
  | 'tie'
  | 'tier_and_entry'
  | 'tiers_overlap'
  | 'lineage_taken'
  // Holes, which rate dear usage cheaply.
  | 'missing_band'
  | 'missing_class'
  // A ladder that is no price.
  | 'no_lineage'
  | 'no_class'
  | 'unreadable_tier'
  | 'not_a_ladder';

export type BookFault = DocumentFault<BookFaultCode>;

export const fault = (path: string, code: BookFaultCode, detail: string): BookFault => ({
  path,
  code,
  detail,
});
