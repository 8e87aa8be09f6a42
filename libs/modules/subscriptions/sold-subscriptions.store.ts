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

/** At an instant: it begins later, runs on, is suspended, runs until an end that is set, or has ended. */
export const SUBSCRIPTION_STATUSES = ['upcoming', 'running', 'suspended', 'ending', 'ended'] as const;
export type SubscriptionStatus = (typeof SUBSCRIPTION_STATUSES)[number];

export type SubscriptionSort = 'createdAt' | 'startsAt' | 'endsAt' | 'account';

/** By when they were taken up unless said otherwise; what has no end ends last. */
export const SUBSCRIPTION_ORDER: ListOrder<SubscriptionSort> = {
  columns: {
    createdAt: { sql: 's.created_at', type: 'timestamptz' },
    startsAt: { sql: 's.starts_at', type: 'timestamptz' },
    endsAt: { sql: "coalesce(s.ends_at, 'infinity'::timestamptz)", type: 'timestamptz' },
    account: { sql: 'a.code', type: 'text' },
  },
  ties: [
    { sql: 's.account_id', type: 'bigint' },
    { sql: 's.id', type: 'bigint' },
  ],
  initial: 'createdAt',
};

export interface SubscriptionPage extends PlaceInList<SubscriptionSort> {
  readonly plan?: string | undefined;
  readonly status?: SubscriptionStatus | undefined;
  /** Of its account. */
  readonly segment?: string | undefined;
  readonly channel?: string | undefined;
  readonly endsBefore?: Instant | undefined;
  /** Half-open. */
  readonly createdFrom?: Instant | undefined;
  readonly createdUntil?: Instant | undefined;
}

export interface SoldSubscription {
  readonly account: string;
  readonly segment: string;
  readonly id: number;
  readonly plan: string;
  readonly planVersionId: number;
  readonly channel: string | null;
  readonly status: SubscriptionStatus;
  readonly startsAt: Instant;
  readonly endsAt: Instant | null;
  readonly nextCycleAt: Instant | null;
  readonly createdAt: Instant;
}

interface SoldRow extends SortedRow {
  account: string;
  segment: string;
  id: string;
  plan_code: string;
  plan_version_id: string;
  channel: string | null;
  status: SubscriptionStatus;
  starts_at: Date;
  ends_at: Date | null;
  next_cycle_at: Date | null;
  created_at: Date;
}

/** What was dropped before it began ends where it would have begun. */
const STATUS = `CASE WHEN s.ends_at <= greatest($1, s.starts_at) THEN 'ended' WHEN s.starts_at > $1 THEN 'upcoming'
  WHEN s.suspended_at IS NOT NULL THEN 'suspended' WHEN s.ends_at IS NULL THEN 'running' ELSE 'ending' END`;

/** What all accounts have taken up. */
@Injectable()
export class SoldSubscriptionsStore {
  async list(tx: Tx, page: SubscriptionPage, now: Instant): Promise<Listed<SoldSubscription>> {
    const { plan, status, segment, channel, endsBefore, createdFrom, createdUntil } = page;
    const times = [endsBefore, createdFrom, createdUntil];
    const filters = [new Date(now), ...filterValues([plan, status, segment, channel], times)];
    const { key, after, orderBy, limit, values } = ordered(SUBSCRIPTION_ORDER, page, filters.length);
    const rows = await tx.rows<SoldRow>(
      `SELECT a.code AS account, a.segment, s.id, s.plan_code, s.plan_version_id, s.channel, ${STATUS} AS status,
              s.starts_at, s.ends_at, s.next_cycle_at, s.created_at, ${key}
         FROM ciyuan.subscription AS s JOIN ciyuan.account AS a ON a.account_id = s.account_id
        WHERE ($2::text IS NULL OR s.plan_code = $2) AND ($3::text IS NULL OR ${STATUS} = $3)
          AND ($4::text IS NULL OR a.segment = $4) AND ($5::text IS NULL OR s.channel = $5)
          AND ($6::timestamptz IS NULL OR s.ends_at < $6)
          AND ($7::timestamptz IS NULL OR s.created_at >= $7) AND ($8::timestamptz IS NULL OR s.created_at < $8)
          AND ${after} ORDER BY ${orderBy} LIMIT ${limit}`,
      [...filters, ...values],
    );
    return listedOf(rows, page, read);
  }
}

const read = (row: SoldRow): SoldSubscription => ({
  account: row.account,
  segment: row.segment,
  id: Number(row.id),
  plan: row.plan_code,
  planVersionId: Number(row.plan_version_id),
  channel: row.channel,
  status: row.status,
  startsAt: row.starts_at.getTime(),
  endsAt: row.ends_at?.getTime() ?? null,
  nextCycleAt: row.next_cycle_at?.getTime() ?? null,
  createdAt: row.created_at.getTime(),
});
