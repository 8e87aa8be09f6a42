import { Injectable } from '@nestjs/common';
import type { NoticeAudience, NoticeChannel } from '@ciyuan/core/catalogue';
import type { Instant } from '@ciyuan/core/kernel';
import { textArray, type Tx } from '@ciyuan/platform/database';
import {
  filterValues,
  listedOf,
  ordered,
  type Listed,
  type ListOrder,
  type PlaceInList,
  type SortedRow,
} from '@ciyuan/platform/lists';

export const ANNOUNCED_KINDS = ['plan', 'price_book'] as const;
export type AnnouncedKind = (typeof ANNOUNCED_KINDS)[number];

/** What customers are told of a version of a plan or a price book. */
export interface AnnouncedVersion {
  /** Of its event, too. */
  readonly id: number;
  readonly documentId: number;
  readonly kind: AnnouncedKind;
  readonly code: string;
  readonly version: number;
  readonly audience: NoticeAudience;
  readonly channels: readonly NoticeChannel[];
  readonly announcedAt: Instant;
  readonly effectiveFrom: Instant;
  readonly text: string;
  readonly createdAt: Instant;
}

export type NoticeSort = 'announcedAt' | 'effectiveFrom';

export const NOTICE_ORDER: ListOrder<NoticeSort> = {
  columns: {
    announcedAt: { sql: 'announced_at', type: 'timestamptz' },
    effectiveFrom: { sql: 'effective_from', type: 'timestamptz' },
  },
  ties: [{ sql: 'id', type: 'bigint' }],
  initial: '-announcedAt',
};

export interface NoticePage extends PlaceInList<NoticeSort> {
  readonly kind?: AnnouncedKind | undefined;
  readonly code?: string | undefined;
  /** When they were announced; half-open. */
  readonly from?: Instant | undefined;
  readonly until?: Instant | undefined;
  /** When their versions begin; half-open. */
  readonly effectiveFrom?: Instant | undefined;
  readonly effectiveUntil?: Instant | undefined;
}

interface NoticeRow {
  id: string;
  document_id: string;
  kind: AnnouncedKind;
  code: string;
  version: number;
  audience: NoticeAudience;
  channels: NoticeChannel[];
  announced_at: Date;
  effective_from: Date;
  text: string;
  created_at: Date;
}

/** Notices of prices: rows are added, and never changed. */
@Injectable()
export class PriceNoticesStore {
  /** Under a number that names the notice and its event. */
  async add(tx: Tx, notice: Omit<AnnouncedVersion, 'id'>): Promise<AnnouncedVersion> {
    const rows = await tx.rows<NoticeRow>(
      `INSERT INTO ciyuan.price_notice (id, document_id, kind, code, version, audience, channels, announced_at,
         effective_from, text, created_at)
       VALUES (nextval('ciyuan.batch_id'), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING *`,
      [
        notice.documentId,
        notice.kind,
        notice.code,
        notice.version,
        JSON.stringify(notice.audience),
        textArray(notice.channels),
        new Date(notice.announcedAt),
        new Date(notice.effectiveFrom),
        notice.text,
        new Date(notice.createdAt),
      ],
    );
    return noticeOf(rows[0] as NoticeRow);
  }

  async byId(tx: Tx, id: number): Promise<AnnouncedVersion | undefined> {
    const rows = await tx.rows<NoticeRow>('SELECT * FROM ciyuan.price_notice WHERE id = $1', [id]);
    return rows.map(noticeOf)[0];
  }

  async list(tx: Tx, page: NoticePage): Promise<Listed<AnnouncedVersion>> {
    const { kind, code, from, until, effectiveFrom, effectiveUntil } = page;
    const filters = filterValues([kind, code], [from, until, effectiveFrom, effectiveUntil]);
    const { key, after, orderBy, limit, values } = ordered(NOTICE_ORDER, page, filters.length);
    const rows = await tx.rows<NoticeRow & SortedRow>(
      `SELECT *, ${key} FROM ciyuan.price_notice
        WHERE ($1::text IS NULL OR kind = $1) AND ($2::text IS NULL OR code = $2)
          AND ($3::timestamptz IS NULL OR announced_at >= $3) AND ($4::timestamptz IS NULL OR announced_at < $4)
          AND ($5::timestamptz IS NULL OR effective_from >= $5)
          AND ($6::timestamptz IS NULL OR effective_from < $6)
          AND ${after} ORDER BY ${orderBy} LIMIT ${limit}`,
      [...filters, ...values],
    );
    return listedOf(rows, page, ({ sort_key: _key, ...row }) => noticeOf(row));
  }
}

const noticeOf = ({ document_id, announced_at, effective_from, created_at, ...row }: NoticeRow) => ({
  ...row,
  id: Number(row.id),
  documentId: Number(document_id),
  announcedAt: announced_at.getTime(),
  effectiveFrom: effective_from.getTime(),
  createdAt: created_at.getTime(),
});
