import { Injectable } from '@nestjs/common';
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
import { SUSPENSE_ENTRY, entryOf, type SuspenseEntry, type SuspenseRow } from './suspense.store';

export type SuspenseSort = 'openedAt' | 'at' | 'account';

/** The oldest first unless said otherwise. */
export const SUSPENSE_ORDER: ListOrder<SuspenseSort> = {
  columns: {
    openedAt: { sql: 'opened_at', type: 'timestamptz' },
    at: { sql: 'at', type: 'timestamptz' },
    account: { sql: 'account_code', type: 'text' },
  },
  ties: [{ sql: 'key', type: 'text' }],
  initial: 'openedAt',
};

export interface SuspensePage extends PlaceInList<SuspenseSort> {
  readonly reason?: string | undefined;
  /** What is unknown or wrong, to the letter: with the reason, the cause. */
  readonly detail?: string | undefined;
  readonly account?: string | undefined;
  readonly partner?: string | undefined;
  /** Of this partner alone, whatever else is asked. */
  readonly toldTo?: string | undefined;
  /** When the usage was; half-open. */
  readonly from?: Instant | undefined;
  readonly until?: Instant | undefined;
  /** When they came to wait; half-open. */
  readonly openedFrom?: Instant | undefined;
  readonly openedUntil?: Instant | undefined;
}

/** What waits, a page at a time. */
@Injectable()
export class ListedSuspenseStore {
  async list(tx: Tx, page: SuspensePage): Promise<Listed<SuspenseEntry>> {
    const { reason, detail, account, partner, toldTo, from, until, openedFrom, openedUntil } = page;
    const filters = [
      ...filterValues([reason, account, partner, toldTo], [from, until, openedFrom, openedUntil]),
      ...filterValues([detail]),
    ];
    const { key, after, orderBy, limit, values } = ordered(SUSPENSE_ORDER, page, filters.length);
    const rows = await tx.rows<SuspenseRow & SortedRow>(
      `SELECT ${SUSPENSE_ENTRY}, ${key} FROM ciyuan.suspense_record
        WHERE state = 'open' AND ($1::text IS NULL OR reason = $1) AND ($2::text IS NULL OR account_code = $2)
          AND ($3::text IS NULL OR partner = $3) AND ($4::text IS NULL OR partner = $4)
          AND ($5::timestamptz IS NULL OR at >= $5) AND ($6::timestamptz IS NULL OR at < $6)
          AND ($7::timestamptz IS NULL OR opened_at >= $7) AND ($8::timestamptz IS NULL OR opened_at < $8)
          AND ($9::text IS NULL OR detail = $9)
          AND ${after} ORDER BY ${orderBy} LIMIT ${limit}`,
      [...filters, ...values],
    );
    return listedOf(rows, page, entryOf);
  }
}
