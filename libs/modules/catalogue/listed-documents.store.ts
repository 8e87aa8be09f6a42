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
import type { CatalogueDocument } from './catalogue-document';

export type DocumentSort = 'code' | 'version' | 'effectiveFrom' | 'createdAt';

export const DOCUMENT_ORDER: ListOrder<DocumentSort> = {
  columns: {
    code: { sql: 'd.code', type: 'text' },
    version: { sql: 'd.version', type: 'bigint' },
    effectiveFrom: { sql: 'd.effective_from', type: 'timestamptz' },
    createdAt: { sql: 'd.created_at', type: 'timestamptz' },
  },
  ties: [{ sql: 'd.id', type: 'bigint' }],
  initial: 'code',
};

export interface DocumentPage extends PlaceInList<DocumentSort> {
  readonly kind?: DocumentKind | undefined;
  readonly code?: string | undefined;
  /** Only the version of each document that is in force then; every version where nothing is said. */
  readonly inForceAt?: Instant | undefined;
  /** When they begin; half-open. */
  readonly effectiveFrom?: Instant | undefined;
  readonly effectiveUntil?: Instant | undefined;
}

/** Who signed a version, and the draft that was signed; null where it was loaded without one. */
export interface VersionSignature {
  readonly draftId: number | null;
  readonly approvedBy: string | null;
  readonly approvedAt: Instant | null;
}

export type SignedDocument = CatalogueDocument & VersionSignature;

/** A version without what it says, which may be long. */
export type ListedVersion = Omit<SignedDocument, 'body'>;

interface VersionRow extends SortedRow {
  id: string;
  kind: DocumentKind;
  code: string;
  version: number;
  effective_from: Date;
  digest: string;
  epoch: string;
  created_at: Date;
  created_by: string;
  draft_id: string | null;
  decided_by: string | null;
  decided_at: Date | null;
}

interface DocumentRow extends VersionRow {
  body: CatalogueDocument['body'];
}

const VERSION =
  'd.id, d.kind, d.code, d.version, d.effective_from, d.digest, d.epoch, d.created_at, d.created_by, ' +
  's.id AS draft_id, s.decided_by, s.decided_at';

/** Versions of documents a page at a time. */
@Injectable()
export class ListedDocumentsStore {
  async list(tx: Tx, page: DocumentPage): Promise<Listed<SignedDocument>> {
    const rows = await this.rows<DocumentRow>(tx, `${VERSION}, d.body`, page);
    return listedOf(rows, page, (row) => ({ ...versionOf(row), body: row.body }));
  }

  async versions(tx: Tx, page: DocumentPage): Promise<Listed<ListedVersion>> {
    return listedOf(await this.rows<VersionRow>(tx, VERSION, page), page, versionOf);
  }

  private rows<Row extends VersionRow>(tx: Tx, columns: string, page: DocumentPage): Promise<Row[]> {
    const { kind, code, inForceAt, effectiveFrom, effectiveUntil } = page;
    const filters = filterValues([kind, code], [inForceAt, effectiveFrom, effectiveUntil]);
    const { key, after, orderBy, limit, values } = ordered(DOCUMENT_ORDER, page, filters.length);
    return tx.rows<Row>(
      `SELECT ${columns}, ${key} FROM ciyuan.catalogue_document AS d
         LEFT JOIN ciyuan.document_draft AS s ON s.document_id = d.id
        WHERE ($1::text IS NULL OR d.kind = $1) AND ($2::text IS NULL OR d.code = $2)
          AND ($3::timestamptz IS NULL OR d.effective_from <= $3 AND NOT EXISTS (
                SELECT FROM ciyuan.catalogue_document AS n WHERE n.kind = d.kind AND n.code = d.code
                   AND n.effective_from > d.effective_from AND n.effective_from <= $3))
          AND ($4::timestamptz IS NULL OR d.effective_from >= $4)
          AND ($5::timestamptz IS NULL OR d.effective_from < $5)
          AND ${after} ORDER BY ${orderBy} LIMIT ${limit}`,
      [...filters, ...values],
    );
  }
}

const versionOf = (row: VersionRow): ListedVersion => ({
  id: Number(row.id),
  kind: row.kind,
  code: row.code,
  version: row.version,
  effectiveFrom: row.effective_from.getTime(),
  digest: row.digest,
  epoch: Number(row.epoch),
  createdAt: row.created_at.getTime(),
  createdBy: row.created_by,
  draftId: row.draft_id === null ? null : Number(row.draft_id),
  approvedBy: row.decided_by,
  approvedAt: row.decided_at?.getTime() ?? null,
});
