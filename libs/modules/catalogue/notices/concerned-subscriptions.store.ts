import { Injectable } from '@nestjs/common';
import { priceHeldAt, type PricePin } from '@ciyuan/core/charging';
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
import type { AnnouncedVersion } from './price-notices.store';

/** A subscription that goes on when an announced version begins, and is charged by its document. */
export interface ConcernedSubscription {
  readonly subscriptionId: number;
  readonly account: string;
  readonly customer: string | null;
  readonly segment: string;
  readonly channel: string | null;
  readonly plan: string;
  readonly planVersion: number;
  /** Whether its prices are held when the version begins, so that the announced one does not reach it then. */
  readonly isProtected: boolean;
  /** Exclusive; null where it is not protected, and where it is as long as it runs. */
  readonly protectedUntil: Instant | null;
}

export type ConcernedSort = 'id' | 'account';

/** By ids unless said otherwise: a file of all of them is read along the table's key. */
export const CONCERNED_ORDER: ListOrder<ConcernedSort> = {
  columns: { id: { sql: 's.account_id', type: 'bigint' }, account: { sql: 'a.code', type: 'text' } },
  ties: [
    { sql: 's.account_id', type: 'bigint' },
    { sql: 's.id', type: 'bigint' },
  ],
  initial: 'id',
};

export interface ConcernedPage extends PlaceInList<ConcernedSort> {
  readonly plan?: string | undefined;
  readonly segment?: string | undefined;
  readonly channel?: string | undefined;
}

interface ConcernedRow extends SortedRow {
  subscription_id: string;
  account: string;
  customer: string | null;
  segment: string;
  channel: string | null;
  plan: string;
  plan_version: number;
  price_pins: PricePin[];
}

/** Whom a notice concerns: of a plan its own subscriptions, of a price book the base tariffs that name it, as they were sold. */
@Injectable()
export class ConcernedSubscriptionsStore {
  async list(tx: Tx, notice: AnnouncedVersion, page: ConcernedPage): Promise<Listed<ConcernedSubscription>> {
    const { kind, code, effectiveFrom, audience } = notice;
    const audienceSegments = audience.segments === undefined ? null : textArray(audience.segments);
    const { plan, segment, channel } = page;
    const asked = [new Date(effectiveFrom), kind, code, audienceSegments];
    const filters = [...asked, ...filterValues([plan, segment, channel])];
    const { key, after, orderBy, limit, values } = ordered(CONCERNED_ORDER, page, filters.length);
    const rows = await tx.rows<ConcernedRow>(
      `SELECT s.id AS subscription_id, a.code AS account, a.customer_code AS customer, a.segment, s.channel,
              s.plan_code AS plan, p.version AS plan_version, s.price_pins, ${key}
         FROM ciyuan.subscription AS s
         JOIN ciyuan.account AS a ON a.account_id = s.account_id
         JOIN ciyuan.catalogue_document AS p ON p.id = s.plan_version_id
        WHERE (s.ends_at IS NULL OR s.ends_at > $1)
          AND CASE $2::text WHEN 'plan' THEN s.plan_code = $3 ELSE s.is_base AND p.body ->> 'priceBook' = $3 END
          AND ($4::text[] IS NULL OR a.segment = ANY ($4))
          AND ($5::text IS NULL OR s.plan_code = $5) AND ($6::text IS NULL OR a.segment = $6)
          AND ($7::text IS NULL OR s.channel = $7)
          AND ${after} ORDER BY ${orderBy} LIMIT ${limit}`,
      [...filters, ...values],
    );
    return listedOf(rows, page, (row) => concernedOf(row, notice));
  }
}

/** Held prices are those of books: what a plan itself costs goes by the version that was sold. */
function concernedOf(row: ConcernedRow, { kind, effectiveFrom }: AnnouncedVersion): ConcernedSubscription {
  const { subscription_id, plan_version, price_pins: pricePins, sort_key: _key, ...named } = row;
  const held = kind === 'price_book' ? priceHeldAt({ pricePins }, effectiveFrom) : undefined;
  return {
    ...named,
    subscriptionId: Number(subscription_id),
    planVersion: plan_version,
    isProtected: held !== undefined,
    protectedUntil: held?.until ?? null,
  };
}
