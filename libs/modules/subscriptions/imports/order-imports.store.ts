import { Injectable } from '@nestjs/common';
import type { Instant } from '@ciyuan/core/kernel';
import { copyText, COPY_NULL, type Tx } from '@ciyuan/platform/database';
import {
  filterValues,
  listedOf,
  ordered,
  type Listed,
  type ListOrder,
  type PlaceInList,
  type SortedRow,
} from '@ciyuan/platform/lists';
import type { OrderFile } from './order-file';
import type { OrderCounts, OrderImport } from './order-import';

interface ImportRow {
  id: string;
  digest: string;
  preview: boolean;
  row_count: number;
  requested_by: string;
  requested_at: Date;
}

export interface NewOrderImport extends OrderFile {
  readonly preview: boolean;
  readonly by: string;
  readonly at: Instant;
}

export type ImportSort = 'requestedAt' | 'rows';

/** The latest first unless said otherwise. */
export const IMPORT_ORDER: ListOrder<ImportSort> = {
  columns: {
    requestedAt: { sql: 'requested_at', type: 'timestamptz' },
    rows: { sql: 'row_count', type: 'bigint' },
  },
  ties: [{ sql: 'id', type: 'bigint' }],
  initial: '-requestedAt',
};

export interface ImportPage extends PlaceInList<ImportSort> {
  readonly preview?: boolean | undefined;
  readonly requestedBy?: string | undefined;
  /** Half-open. */
  readonly requestedFrom?: Instant | undefined;
  readonly requestedUntil?: Instant | undefined;
}

/** Files of orders. The rows of one are written with it, and changed by what becomes of them alone. */
@Injectable()
export class OrderImportsStore {
  /** Undefined where the same file was accepted before; a preview never was. */
  async add(tx: Tx, { digest, preview, orders, by, at }: NewOrderImport): Promise<OrderImport | undefined> {
    const [row] = await tx.rows<ImportRow>(
      `INSERT INTO ciyuan.order_import (digest, preview, row_count, requested_by, requested_at)
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT (digest) WHERE NOT preview DO NOTHING RETURNING *`,
      [digest, preview, orders.length, by, new Date(at)],
    );
    if (row === undefined) return undefined;
    const lines = orders.map((order) => {
      const { line, orderId, account, plan, startsAt, channel } = order;
      const texts = [orderId, account, plan].map(copyText);
      const last = [new Date(startsAt).toISOString(), channel ?? COPY_NULL];
      return `${[row.id, line, ...texts, ...last].join('\t')}\n`;
    });
    await tx.copyIn(
      `COPY ciyuan.order_import_row (import_id, line, order_id, account_code, plan_code, starts_at, channel) FROM STDIN`,
      lines,
    );
    return importOf(row);
  }

  async byDigest(tx: Tx, digest: string): Promise<OrderImport | undefined> {
    const rows = await tx.rows<ImportRow>(
      'SELECT * FROM ciyuan.order_import WHERE digest = $1 AND NOT preview',
      [digest],
    );
    return rows.map(importOf)[0];
  }

  async byId(tx: Tx, id: number): Promise<OrderImport | undefined> {
    const rows = await tx.rows<ImportRow>('SELECT * FROM ciyuan.order_import WHERE id = $1', [id]);
    return rows.map(importOf)[0];
  }

  async list(tx: Tx, page: ImportPage): Promise<Listed<OrderImport>> {
    const { preview, requestedBy, requestedFrom, requestedUntil } = page;
    const filters = filterValues([preview, requestedBy], [requestedFrom, requestedUntil]);
    const { key, after, orderBy, limit, values } = ordered(IMPORT_ORDER, page, filters.length);
    const rows = await tx.rows<ImportRow & SortedRow>(
      `SELECT *, ${key} FROM ciyuan.order_import
        WHERE ($1::boolean IS NULL OR preview = $1) AND ($2::text IS NULL OR requested_by = $2)
          AND ($3::timestamptz IS NULL OR requested_at >= $3) AND ($4::timestamptz IS NULL OR requested_at < $4)
          AND ${after} ORDER BY ${orderBy} LIMIT ${limit}`,
      [...filters, ...values],
    );
    return listedOf(rows, page, importOf);
  }

  async counts(tx: Tx, id: number): Promise<OrderCounts> {
    const rows = await tx.rows<{ outcome: keyof OrderCounts; rows: number }>(
      `SELECT coalesce(outcome, 'open') AS outcome, count(*)::integer AS rows
         FROM ciyuan.order_import_row WHERE import_id = $1 GROUP BY 1`,
      [id],
    );
    const none = { taken: 0, would_be_taken: 0, known: 0, refused: 0, open: 0 };
    return { ...none, ...Object.fromEntries(rows.map((row) => [row.outcome, row.rows])) };
  }
}

const importOf = (row: ImportRow): OrderImport => ({
  id: Number(row.id),
  digest: row.digest,
  preview: row.preview,
  rows: row.row_count,
  requestedBy: row.requested_by,
  requestedAt: row.requested_at.getTime(),
});
