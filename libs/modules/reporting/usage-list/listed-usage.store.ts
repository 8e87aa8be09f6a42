import { Injectable } from '@nestjs/common';
import { parseYuan, type Instant } from '@ciyuan/core/kernel';
import { COUNTERS, namedCounts } from '@ciyuan/core/usage';
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
import type { ListedUsage, UsageCharge, UsageState } from './listed-usage';
import { FILTERS, usageListSql } from './usage-halves.store';

/** The newest usage first unless said otherwise. */
export const USAGE_ORDER: ListOrder<'at'> = {
  columns: { at: { sql: 'u.at', type: 'timestamptz' } },
  ties: [{ sql: 'u.key', type: 'text' }],
  initial: '-at',
};

export interface UsagePage extends PlaceInList<'at'> {
  /** When the usage was; half-open. */
  readonly from: Instant;
  readonly until: Instant;
  readonly partner?: string | undefined;
  readonly account?: string | undefined;
  readonly source?: string | undefined;
  readonly model?: string | undefined;
  readonly plan?: string | undefined;
  readonly state?: UsageState | undefined;
}

interface UsageRow extends SortedRow, Record<string, unknown> {
  partner: string;
  source: string;
  record_id: string;
  account: string;
  at: Date;
  state: UsageState;
  model: string | null;
  service_tier: string | null;
  plan: string | null;
  currency: string | null;
  drawn_milli: string;
  recognised_gross: string;
  usage_gross: string;
  corrections: number;
  reason: string | null;
  detail: string | null;
}

@Injectable()
export class ListedUsageStore {
  /** `accountId` is that of the code asked for; a code that no account has may still wait in suspense. */
  async list(tx: Tx, page: UsagePage, accountId: number | undefined): Promise<Listed<ListedUsage>> {
    const { from, until, partner, account, source, model, plan, state } = page;
    const filters = [
      ...filterValues([], [from, until]),
      ...filterValues([partner, account, accountId, source, model, plan, state]),
    ];
    const { values, ...place } = ordered(USAGE_ORDER, page, FILTERS);
    const rows = await tx.rows<UsageRow>(usageListSql(place, state === 'void'), [...filters, ...values]);
    return listedOf(rows, page, usageOf);
  }
}

const usageOf = (row: UsageRow): ListedUsage => ({
  partner: row.partner,
  source: row.source,
  recordId: row.record_id,
  account: row.account,
  at: row.at,
  state: row.state,
  model: row.model,
  serviceTier: row.service_tier,
  counts: row.currency === null ? null : namedCounts(COUNTERS.map((name) => Number(row[name] ?? 0))),
  plan: row.plan,
  charge: row.currency === null ? null : chargeOf(row, row.currency),
  reason: row.reason,
  detail: row.detail,
});

const chargeOf = (row: UsageRow, currency: string): UsageCharge => ({
  currency,
  drawnMilli: BigInt(row.drawn_milli),
  recognisedGross: parseYuan(row.recognised_gross),
  usageGross: parseYuan(row.usage_gross),
  corrections: row.corrections,
});
