import { formatInstant, type Instant } from '@ciyuan/core/kernel';
import type {
  ApprovedDraft,
  DocumentDraft,
  DraftDetails,
  DraftToSave,
  ListDrafts,
} from '@ciyuan/modules/catalogue';
import { oneMoreThan, pageOf } from '@ciyuan/platform/http';
import { instantOf, viewOf } from '../documents/documents.convert';
import type {
  ApprovalView,
  DraftContentRequest,
  DraftDetailsView,
  DraftView,
  DraftsQuery,
  DraftsView,
} from './drafts.dto';

type Filter = Parameters<ListDrafts['run']>[0];
type Content = Pick<DraftToSave, 'body' | 'effectiveFrom' | 'backDated' | 'baseVersion' | 'notice'>;

export const contentOf = (request: DraftContentRequest): Content => ({
  body: request.body,
  effectiveFrom: instantOf(request.effectiveFrom),
  backDated: request.backDated,
  baseVersion: request.baseVersion,
  notice: request.notice,
});

export const filterOf = ({ state, kind, code, before, limit }: DraftsQuery): Filter => ({
  ...(state !== undefined && { state }),
  ...(kind !== undefined && { kind }),
  ...(code !== undefined && { code }),
  ...(before !== undefined && { before }),
  limit: oneMoreThan(limit),
});

export function draftsOf(drafts: readonly DocumentDraft[], limit: number): DraftsView {
  const { items, continuesAfter } = pageOf(drafts, limit);
  return { drafts: items.map(draftOf), next: continuesAfter?.id ?? null };
}

/** Without its body, which may be long. */
export function draftOf({ body: _body, documentId: _id, ...draft }: DocumentDraft): DraftView {
  return {
    ...draft,
    effectiveFrom: formatInstant(draft.effectiveFrom),
    createdAt: formatInstant(draft.createdAt),
    changedAt: formatInstant(draft.changedAt),
    submittedAt: instantOrNull(draft.submittedAt),
    decidedAt: instantOrNull(draft.decidedAt),
  };
}

export const detailsOf = ({
  draft,
  isStale,
  follows,
  changes,
  affected,
}: DraftDetails): DraftDetailsView => ({
  ...draftOf(draft),
  body: draft.body,
  isStale,
  follows: follows?.version ?? null,
  changes,
  affected,
});

export const approvalOf = ({ draft, document, reRateFrom }: ApprovedDraft): ApprovalView => ({
  draft: draftOf(draft),
  document: viewOf(document),
  reRateFrom: instantOrNull(reRateFrom),
});

const instantOrNull = (instant: Instant | null): string | null =>
  instant === null ? null : formatInstant(instant);
