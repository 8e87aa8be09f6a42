import { Injectable } from '@nestjs/common';
import type { DocumentKind } from '@ciyuan/core/charging';
import type { Instant } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';
import {
  filterValues,
  listedOf,
  ordered,
  type Listed,
  type ListOrder,
  type PlaceInList,
  type SortedRow,
} from '@ciyuan/platform/lists';
import type { DocumentDraft, DraftState } from './document-draft';
import { draftOf, type DraftRow } from './draft-row';

export type DraftSort = 'createdAt' | 'changedAt' | 'effectiveFrom';

export const DRAFT_ORDER: ListOrder<DraftSort> = {
  columns: {
    createdAt: { sql: 'created_at', type: 'timestamptz' },
    changedAt: { sql: 'changed_at', type: 'timestamptz' },
    effectiveFrom: { sql: 'effective_from', type: 'timestamptz' },
  },
  ties: [{ sql: 'id', type: 'bigint' }],
  initial: '-createdAt',
};

export interface DraftPage extends PlaceInList<DraftSort> {
  readonly state?: DraftState | undefined;
  readonly kind?: DocumentKind | undefined;
  readonly code?: string | undefined;
  readonly author?: string | undefined;
  /** Half-open. */
  readonly effectiveFrom?: Instant | undefined;
  readonly effectiveUntil?: Instant | undefined;
}

/** Drafts a page at a time. */
@Injectable()
export class ListedDraftsStore {
  async list(tx: Tx, page: DraftPage): Promise<Listed<DocumentDraft>> {
    const { state, kind, code, author, effectiveFrom, effectiveUntil } = page;
    const filters = filterValues([state, kind, code, author], [effectiveFrom, effectiveUntil]);
    const { key, after, orderBy, limit, values } = ordered(DRAFT_ORDER, page, filters.length);
    const rows = await tx.rows<DraftRow & SortedRow>(
      `SELECT *, ${key} FROM ciyuan.document_draft
        WHERE ($1::text IS NULL OR state = $1) AND ($2::text IS NULL OR kind = $2)
          AND ($3::text IS NULL OR code = $3) AND ($4::text IS NULL OR author = $4)
          AND ($5::timestamptz IS NULL OR effective_from >= $5)
          AND ($6::timestamptz IS NULL OR effective_from < $6)
          AND ${after} ORDER BY ${orderBy} LIMIT ${limit}`,
      [...filters, ...values],
    );
    return listedOf(rows, page, draftOf);
  }
}
