import { Injectable } from '@nestjs/common';
import type { Instant } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';
import type { WriteCounts } from './partner-intake';

export interface WritesAsked {
  /** Null: writes of several partners. */
  readonly partner: string | null;
  readonly minutesFrom: Instant;
  readonly hoursFrom: Instant;
}

export interface PartnerWrites {
  readonly partner: string | null;
  readonly minutes: readonly WriteCounts[];
  /** Beginnings of hours in which something was written. */
  readonly hours: readonly Instant[];
  readonly lastWriteAt: Instant | null;
}

interface MinuteRow {
  starts_at: Date;
  charged: string;
  suspended: string;
  refused: string;
  duplicates: string;
  conflicts: string;
}

type Topic = 'usage.charged' | 'usage.unwritten';

/** Two texts: an index finds what is equal and what is null, and not what is either. */
const of = (partner: string | null, topic: Topic = 'usage.charged'): string =>
  `ciyuan.outbox WHERE topic = '${topic}' AND payload ->> 'partner' ${
    partner === null ? 'IS NULL AND $1::text IS NULL' : '= $1::text'
  }`;

const total = (name: string): string => `coalesce(sum((payload ->> '${name}')::bigint), 0) AS ${name}`;

/** What writes of usage, and posts that came to nothing, said of themselves: one row each, read by partner and time. */
@Injectable()
export class IntakeStore {
  /** Everybody who has, or had, a contract to report. */
  async partners(tx: Tx): Promise<string[]> {
    const rows = await tx.rows<{ code: string }>(
      "SELECT DISTINCT code FROM ciyuan.catalogue_document WHERE kind = 'contract' ORDER BY code",
    );
    return rows.map(({ code }) => code);
  }

  async openSuspense(tx: Tx): Promise<Map<string, number>> {
    const rows = await tx.rows<{ partner: string; records: string }>(
      "SELECT partner, count(*) AS records FROM ciyuan.suspense_record WHERE state = 'open' GROUP BY partner",
    );
    return new Map(rows.map(({ partner, records }) => [partner, Number(records)]));
  }

  async writesOf(tx: Tx, { partner, minutesFrom, hoursFrom }: WritesAsked): Promise<PartnerWrites> {
    const minutes = await tx.rows<MinuteRow>(
      `SELECT date_trunc('minute', created_at, 'UTC') AS starts_at, ${total('charged')}, ${total('suspended')},
              ${total('refused')}, ${total('duplicates')}, ${total('conflicts')}
         FROM (SELECT created_at, payload FROM ${of(partner)} AND created_at >= $2 UNION ALL
               SELECT created_at, payload FROM ${of(partner, 'usage.unwritten')} AND created_at >= $2) AS posts
        GROUP BY 1 ORDER BY 1`,
      [partner, new Date(minutesFrom)],
    );
    const hours = await tx.rows<{ starts_at: Date }>(
      `SELECT DISTINCT date_trunc('hour', created_at, 'UTC') AS starts_at FROM ${of(partner)} AND created_at >= $2`,
      [partner, new Date(hoursFrom)],
    );
    const [last] = await tx.rows<{ created_at: Date }>(
      `SELECT created_at FROM ${of(partner)} ORDER BY created_at DESC LIMIT 1`,
      [partner],
    );
    return {
      partner,
      minutes: minutes.map(countsOf),
      hours: hours.map((row) => row.starts_at.getTime()),
      lastWriteAt: last?.created_at.getTime() ?? null,
    };
  }
}

const countsOf = (row: MinuteRow): WriteCounts => ({
  startsAt: row.starts_at.getTime(),
  charged: Number(row.charged),
  suspended: Number(row.suspended),
  refused: Number(row.refused),
  duplicates: Number(row.duplicates),
  conflicts: Number(row.conflicts),
});
