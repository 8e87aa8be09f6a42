import { Injectable } from '@nestjs/common';
import type { NoticeAudience, NoticeChannel } from '@ciyuan/core/catalogue';
import type { Instant } from '@ciyuan/core/kernel';
import { textArray, type Tx } from '@ciyuan/platform/database';

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

export interface NoticeFilter {
  readonly kind?: AnnouncedKind;
  readonly code?: string;
  /** Announced at this instant or later. */
  readonly from?: Instant;
  /** Announced before this instant. */
  readonly until?: Instant;
  /** The id of the last notice of the page before. */
  readonly before?: number;
  readonly limit: number;
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

  /** The one announced last first, a page at a time. */
  async list(tx: Tx, filter: NoticeFilter): Promise<AnnouncedVersion[]> {
    const { kind, code, from, until, before, limit } = filter;
    const rows = await tx.rows<NoticeRow>(
      `SELECT * FROM ciyuan.price_notice
        WHERE ($1::text IS NULL OR kind = $1) AND ($2::text IS NULL OR code = $2)
          AND ($3::timestamptz IS NULL OR announced_at >= $3) AND ($4::timestamptz IS NULL OR announced_at < $4)
          AND ($5::bigint IS NULL OR (announced_at, id) < (SELECT announced_at, id FROM ciyuan.price_notice WHERE id = $5))
        ORDER BY announced_at DESC, id DESC LIMIT $6`,
      [kind ?? null, code ?? null, dateOrNull(from), dateOrNull(until), before ?? null, limit],
    );
    return rows.map(noticeOf);
  }
}

const dateOrNull = (instant: Instant | undefined): Date | null =>
  instant === undefined ? null : new Date(instant);

const noticeOf = ({ document_id, announced_at, effective_from, created_at, ...row }: NoticeRow) => ({
  ...row,
  id: Number(row.id),
  documentId: Number(document_id),
  announcedAt: announced_at.getTime(),
  effectiveFrom: effective_from.getTime(),
  createdAt: created_at.getTime(),
});
