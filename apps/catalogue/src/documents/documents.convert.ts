import { DOCUMENT_KINDS, type DocumentKind } from '@ciyuan/core/charging';
import { formatInstant, parseInstant, type Instant } from '@ciyuan/core/kernel';
import type { CatalogueDocument, PublicationRefusal } from '@ciyuan/modules/catalogue';
import { Refused } from '@ciyuan/platform/http';
import type { DocumentView } from './documents.dto';

export function kindOf(text: string): DocumentKind {
  const kind = DOCUMENT_KINDS.find((one) => one === text);
  if (kind !== undefined) return kind;
  throw new Refused('not_found', 'unknown_kind', `${text} is none of ${DOCUMENT_KINDS.join(', ')}.`);
}

export const instantOf = (text: string): Instant => parseInstant(text) as Instant;

export const viewOf = (document: CatalogueDocument): DocumentView => ({
  kind: document.kind,
  code: document.code,
  version: document.version,
  effectiveFrom: formatInstant(document.effectiveFrom),
  digest: document.digest,
  createdAt: formatInstant(document.createdAt),
  createdBy: document.createdBy,
  body: document.body,
});

/** Of each document the version that is in force at the instant; those that begin later are left out. */
export function inForceAt(versions: readonly CatalogueDocument[], at: Instant): CatalogueDocument[] {
  const latest = new Map<string, CatalogueDocument>();
  for (const version of versions) {
    if (version.effectiveFrom > at) continue;
    const known = latest.get(version.code);
    if (known === undefined || known.effectiveFrom < version.effectiveFrom) latest.set(version.code, version);
  }
  return [...latest.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

export function refusedPublication({ code, faults }: PublicationRefusal): Refused {
  const [first] = faults;
  const detail = `${first?.path || 'body'}: ${first?.detail}`;
  return code === 'effective_from_taken'
    ? new Refused('conflict', code, detail, faults)
    : new Refused('unprocessable', 'invalid_document', detail, faults);
}
