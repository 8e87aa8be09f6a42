import type { PriceNotice } from '@ciyuan/core/catalogue';
import type { DocumentKind } from '@ciyuan/core/charging';
import type { DocumentDraft, DraftState } from './document-draft';

export interface DraftRow {
  id: string;
  kind: DocumentKind;
  code: string;
  body: unknown;
  effective_from: Date;
  back_dated: boolean;
  notice: PriceNotice | null;
  base_version: number | null;
  state: DraftState;
  author: string;
  created_at: Date;
  changed_at: Date;
  submitted_at: Date | null;
  decided_by: string | null;
  decided_at: Date | null;
  reason: string | null;
  document_id: string | null;
}

export const draftOf = (row: DraftRow): DocumentDraft => ({
  id: Number(row.id),
  kind: row.kind,
  code: row.code,
  // Only bodies that fitted the schema of their kind were ever written.
  body: row.body as DocumentDraft['body'],
  effectiveFrom: row.effective_from.getTime(),
  backDated: row.back_dated,
  notice: row.notice,
  baseVersion: row.base_version,
  state: row.state,
  author: row.author,
  createdAt: row.created_at.getTime(),
  changedAt: row.changed_at.getTime(),
  submittedAt: row.submitted_at?.getTime() ?? null,
  decidedBy: row.decided_by,
  decidedAt: row.decided_at?.getTime() ?? null,
  reason: row.reason,
  documentId: row.document_id === null ? null : Number(row.document_id),
});
