import { DOCUMENT_KINDS, type DocumentKind } from '@ciyuan/core/charging';
import { formatInstant, parseInstant, type Instant } from '@ciyuan/core/kernel';
import {
  DOCUMENT_ORDER,
  type DocumentPage,
  type ListedVersion,
  type PublicationRefusal,
  type SignedDocument,
} from '@ciyuan/modules/catalogue';
import { Refused } from '@ciyuan/platform/http';
import { askedInstant, placeIn, type Listed } from '@ciyuan/platform/lists';
import {
  VERSION_ORDER,
  type AllVersionsQuery,
  type DocumentView,
  type DocumentsView,
  type InForceListQuery,
  type SpanQuery,
  type VersionListQuery,
  type VersionView,
  type VersionsView,
} from './documents.dto';

export function kindOf(text: string): DocumentKind {
  const kind = DOCUMENT_KINDS.find((one) => one === text);
  if (kind !== undefined) return kind;
  throw new Refused('not_found', 'unknown_kind', `${text} is none of ${DOCUMENT_KINDS.join(', ')}.`);
}

export const instantOf = (text: string): Instant => parseInstant(text) as Instant;

export const viewOf = (document: SignedDocument): DocumentView => ({
  ...versionOf(document),
  body: document.body,
});

const versionOf = (document: ListedVersion): VersionView => ({
  kind: document.kind,
  code: document.code,
  version: document.version,
  effectiveFrom: formatInstant(document.effectiveFrom),
  digest: document.digest,
  createdAt: formatInstant(document.createdAt),
  createdBy: document.createdBy,
  draftId: document.draftId,
  approvedBy: document.approvedBy,
  approvedAt: document.approvedAt === null ? null : formatInstant(document.approvedAt),
});

const spanOf = ({ effectiveFrom, effectiveUntil }: SpanQuery) => ({
  effectiveFrom: askedInstant(effectiveFrom),
  effectiveUntil: askedInstant(effectiveUntil),
});

/** Of each document of the kind the version that is in force at the instant; those that begin later are left out. */
export const inForceOf = (kind: DocumentKind, query: InForceListQuery, at: Instant): DocumentPage => ({
  ...placeIn(DOCUMENT_ORDER, query),
  ...spanOf(query),
  kind,
  code: query.code,
  inForceAt: at,
});

export const versionsOf = (kind: DocumentKind, code: string, query: VersionListQuery): DocumentPage => ({
  ...placeIn(VERSION_ORDER, query),
  ...spanOf(query),
  kind,
  code,
});

export const allVersionsOf = (query: AllVersionsQuery): DocumentPage => ({
  ...placeIn(DOCUMENT_ORDER, query),
  ...spanOf(query),
  kind: query.kind,
  code: query.code,
});

export const documentsOf = ({ items, next }: Listed<SignedDocument>): DocumentsView => ({
  documents: items.map(viewOf),
  next,
});

export const listedOf = ({ items, next }: Listed<ListedVersion>): VersionsView => ({
  versions: items.map(versionOf),
  next,
});

export function refusedPublication({ code, faults }: PublicationRefusal): Refused {
  const [first] = faults;
  const detail = `${first?.path || 'body'}: ${first?.detail}`;
  return code === 'effective_from_taken'
    ? new Refused('conflict', code, detail, faults)
    : new Refused('unprocessable', 'invalid_document', detail, faults);
}
