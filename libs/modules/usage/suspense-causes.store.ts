import { Injectable } from '@nestjs/common';
import type { SuspenseReason } from '@ciyuan/core/charging';
import type { Tx } from '@ciyuan/platform/database';

/** What so many records wait for. */
export interface SuspenseCause {
  readonly reason: SuspenseReason;
  /** What is unknown, or what was wrong: the same text for the same cause. */
  readonly detail: string;
  readonly records: number;
  readonly partners: readonly string[];
  readonly sources: readonly string[];
  /** When the first and the last of them came to wait. */
  readonly firstOpenedAt: Date;
  readonly lastOpenedAt: Date;
  /** When the earliest and the latest of their usage was. */
  readonly firstUsageAt: Date;
  readonly lastUsageAt: Date;
}

export interface CauseAsked {
  readonly reason: string;
  readonly detail: string;
  readonly partner?: string | undefined;
}

interface CauseRow {
  reason: SuspenseReason;
  detail: string;
  records: string;
  partners: string[];
  sources: string[];
  first_opened_at: Date;
  last_opened_at: Date;
  first_usage_at: Date;
  last_usage_at: Date;
}

/** More causes than anybody reads: the largest stand for what is wrong. */
const MOST_CAUSES = 1_000;

/** What waits, by what it waits for. */
@Injectable()
export class SuspenseCausesStore {
  /** Of one partner, or of all; the most frequent first. */
  async list(tx: Tx, partner: string | undefined): Promise<SuspenseCause[]> {
    const rows = await tx.rows<CauseRow>(
      `SELECT reason, detail, count(*) AS records, array_agg(DISTINCT partner ORDER BY partner) AS partners,
              array_agg(DISTINCT source ORDER BY source) AS sources, min(opened_at) AS first_opened_at,
              max(opened_at) AS last_opened_at, min(at) AS first_usage_at, max(at) AS last_usage_at
         FROM ciyuan.suspense_record WHERE state = 'open' AND ($1::text IS NULL OR partner = $1)
        GROUP BY reason, detail ORDER BY count(*) DESC, reason, detail LIMIT ${MOST_CAUSES}`,
      [partner ?? null],
    );
    return rows.map(causeOf);
  }

  /** The oldest that wait for it. */
  async keysOf(tx: Tx, { reason, detail, partner }: CauseAsked, limit: number): Promise<string[]> {
    const rows = await tx.rows<{ key: string }>(
      `SELECT key FROM ciyuan.suspense_record
        WHERE state = 'open' AND reason = $1 AND detail = $2 AND ($3::text IS NULL OR partner = $3)
        ORDER BY opened_at, key LIMIT $4`,
      [reason, detail, partner ?? null, limit],
    );
    return rows.map(({ key }) => key);
  }
}

const causeOf = (row: CauseRow): SuspenseCause => ({
  reason: row.reason,
  detail: row.detail,
  records: Number(row.records),
  partners: row.partners,
  sources: row.sources,
  firstOpenedAt: row.first_opened_at,
  lastOpenedAt: row.last_opened_at,
  firstUsageAt: row.first_usage_at,
  lastUsageAt: row.last_usage_at,
});
