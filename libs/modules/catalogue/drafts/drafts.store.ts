import { Injectable } from '@nestjs/common';
import type { DocumentKind } from '@ciyuan/core/charging';
import type { Instant } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';
import type { DocumentDraft } from './document-draft';
import { draftOf, type DraftRow } from './draft-row';

/** What its author may change of a draft. */
export type DraftContent = Pick<
  DocumentDraft,
  'body' | 'effectiveFrom' | 'backDated' | 'baseVersion' | 'notice'
>;

export interface NewDraft extends DraftContent {
  readonly kind: DocumentKind;
  readonly code: string;
  readonly author: string;
}

const CONTENT = 'body = $3, effective_from = $4, back_dated = $5, base_version = $6, notice = $7';

/** Drafts and where each of them stands. Whoever changes one locks it first, and looks at what it has become. */
@Injectable()
export class DraftsStore {
  async add(tx: Tx, draft: NewDraft, at: Instant): Promise<DocumentDraft> {
    const rows = await tx.rows<DraftRow>(
      `INSERT INTO ciyuan.document_draft
         (kind, code, author, body, effective_from, back_dated, base_version, notice, state, created_at, changed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'draft', $9, $9) RETURNING *`,
      [draft.kind, draft.code, draft.author, ...contentOf(draft), new Date(at)],
    );
    return draftOf(rows[0] as DraftRow);
  }

  /** Until the end of the transaction nobody else changes the draft; undefined where there is none of this id. */
  async lock(tx: Tx, id: number): Promise<DocumentDraft | undefined> {
    const rows = await tx.rows<DraftRow>(
      'UPDATE ciyuan.document_draft SET changed_at = changed_at WHERE id = $1 RETURNING *',
      [id],
    );
    return rows.map(draftOf)[0];
  }

  async byId(tx: Tx, id: number): Promise<DocumentDraft | undefined> {
    const rows = await tx.rows<DraftRow>('SELECT * FROM ciyuan.document_draft WHERE id = $1', [id]);
    return rows.map(draftOf)[0];
  }

  change(tx: Tx, id: number, content: DraftContent, at: Instant): Promise<DocumentDraft> {
    return this.set(tx, id, at, CONTENT, contentOf(content));
  }

  submit(tx: Tx, id: number, at: Instant): Promise<DocumentDraft> {
    return this.set(tx, id, at, "state = 'submitted', submitted_at = $2");
  }

  withdraw(tx: Tx, id: number, at: Instant): Promise<DocumentDraft> {
    return this.set(tx, id, at, "state = 'withdrawn'");
  }

  approve(tx: Tx, id: number, at: Instant, by: string, documentId: number): Promise<DocumentDraft> {
    const approved = "state = 'approved', decided_by = $3, decided_at = $2, document_id = $4";
    return this.set(tx, id, at, approved, [by, documentId]);
  }

  reject(tx: Tx, id: number, at: Instant, by: string, reason: string): Promise<DocumentDraft> {
    const rejected = "state = 'rejected', decided_by = $3, decided_at = $2, reason = $4";
    return this.set(tx, id, at, rejected, [by, reason]);
  }

  private async set(
    tx: Tx,
    id: number,
    at: Instant,
    what: string,
    values: readonly unknown[] = [],
  ): Promise<DocumentDraft> {
    const rows = await tx.rows<DraftRow>(
      `UPDATE ciyuan.document_draft SET changed_at = $2, ${what} WHERE id = $1 RETURNING *`,
      [id, new Date(at), ...values],
    );
    return draftOf(rows[0] as DraftRow);
  }
}

const contentOf = ({ body, effectiveFrom, backDated, baseVersion, notice }: DraftContent): unknown[] => [
  JSON.stringify(body),
  new Date(effectiveFrom),
  backDated,
  baseVersion,
  notice === null ? null : JSON.stringify(notice),
];
