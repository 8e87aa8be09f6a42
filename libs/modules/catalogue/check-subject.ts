import { pairOf, type DocumentFault } from '@ciyuan/core/catalogue';
import type { CatalogueBodies, CatalogueContent, DocumentKind } from '@ciyuan/core/charging';
import { canonicalJson } from '@ciyuan/core/usage';

type SubjectKind =
  | 'cost_book'
  | 'split_rule'
  | 'served_models'
  | 'notice_policy'
  | 'exchange_rates'
  | 'variance_policy'
  | 'settlement_calendar'
  | 'approval_limits';

/** What a look-up asks for, where that is not the document's code. */
const SUBJECTS: { readonly [K in SubjectKind]: (body: CatalogueBodies[K]) => string } = {
  cost_book: (book) => book.party,
  split_rule: (rule) => canonicalJson({ ...rule.match }),
  served_models: (served) => served.partner ?? 'all partners',
  notice_policy: () => 'all prices',
  exchange_rates: pairOf,
  variance_policy: () => 'all settlements',
  settlement_calendar: () => 'all months',
  approval_limits: () => 'all adjustments',
};
const PATHS: Readonly<Record<SubjectKind, string>> = {
  cost_book: 'party',
  split_rule: 'match',
  served_models: 'partner',
  notice_policy: 'code',
  exchange_rates: 'quote',
  variance_policy: 'code',
  settlement_calendar: 'code',
  approval_limits: 'code',
};

const hasSubject = (kind: DocumentKind): kind is SubjectKind => kind in SUBJECTS;

/** What a document is called by; a contract by its partner. */
export const codeOf = (body: CatalogueBodies[DocumentKind]): string =>
  'code' in body ? body.code : body.partner;

/**
 * A party's costs stand in one book, one rule says how the same lines are shared, one document what a partner's names
 * stand for, one policy asks for notice, one table says what a currency is worth in another, and one calendar when
 * months are settled: with two, chance would decide.
 * A document also keeps its subject over its versions, or the older ones would no longer be found by it.
 */
export function checkSubject<K extends DocumentKind>(
  kind: K,
  body: CatalogueBodies[K],
  content: CatalogueContent,
): readonly DocumentFault[] {
  if (!hasSubject(kind)) return [];
  const subjectOf = SUBJECTS[kind] as (body: CatalogueBodies[K]) => string;
  const subject = subjectOf(body);
  const path = PATHS[kind];
  for (const { code, body: other } of content[kind]) {
    const sameSubject = subjectOf(other) === subject;
    if (code === codeOf(body) && !sameSubject) {
      return [{ path, code: 'subject_changed', detail: 'use a new code for another subject' }];
    }
    if (code !== codeOf(body) && sameSubject) return [{ path, code: 'subject_taken', detail: `by ${code}` }];
  }
  return [];
}
