import { formatInstant, type Instant } from '@ciyuan/core/kernel';
import {
  DRAFT_ORDER,
  type ApprovedDraft,
  type DocumentDraft,
  type DraftDetails,
  type DraftPage,
  type DraftToSave,
} from '@ciyuan/modules/catalogue';
import { askedInstant, placeIn, type Listed } from '@ciyuan/platform/lists';
import { instantOf, viewOf } from '../documents/documents.convert';
import type {
  ApprovalView,
  DraftContentRequest,
  DraftDetailsView,
  DraftView,
  DraftsQuery,
  DraftsView,
} from './drafts.dto';

type Content = Pick<DraftToSave, 'body' | 'effectiveFrom' | 'backDated' | 'baseVersion' | 'notice'>;

export const contentOf = (request: DraftContentRequest): Content => ({
  body: request.body,
  effectiveFrom: instantOf(request.effectiveFrom),
  backDated: request.backDated,
  baseVersion: request.baseVersion,
  notice: request.notice,
});

export const pageOf = ({ effectiveFrom, effectiveUntil, after, ...filters }: DraftsQuery): DraftPage => ({
  ...filters,
  ...placeIn(DRAFT_ORDER, { ...filters, after }),
  effectiveFrom: askedInstant(effectiveFrom),
  effectiveUntil: askedInstant(effectiveUntil),
});

export const draftsOf = ({ items, next }: Listed<DocumentDraft>): DraftsView => ({
  drafts: items.map(draftOf),
  next,
});

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
  document: viewOf({
    ...document,
    draftId: draft.id,
    approvedBy: draft.decidedBy,
    approvedAt: draft.decidedAt,
  }),
  reRateFrom: instantOrNull(reRateFrom),
});

const instantOrNull = (instant: Instant | null): string | null =>
  instant === null ? null : formatInstant(instant);
