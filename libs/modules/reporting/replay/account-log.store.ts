import { Injectable } from '@nestjs/common';
import type { AccountFacts } from '@ciyuan/core/charging';
import { parseYuan, type Instant } from '@ciyuan/core/kernel';
import { plainArray, type Tx } from '@ciyuan/platform/database';
import {
  eventOf,
  recordOf,
  type EventRow,
  type LoggedEvent,
  type LoggedRecord,
  type RecordRow,
} from './logged-event';

export interface RecordIdentity {
  readonly partner: string;
  readonly source: string;
  readonly recordId: string;
}

export interface RecordPlace {
  readonly accountId: number;
  readonly sequence: number;
}

/** An entry that corrected a record; a reversal's figures are negative. */
export interface LoggedCorrection {
  readonly sequence: number;
  readonly kind: 'reversal' | 're_rating';
  readonly drawnMilli: bigint;
  readonly usageGross: bigint;
  readonly reason: string;
  readonly requestedBy: string;
  readonly bookedAt: Instant;
}

export interface StoredWrite {
  readonly kind: string;
  readonly catalogueEpoch: number;
  readonly lateMonths: Readonly<Record<string, string>>;
  readonly writtenAt: Instant;
}

/** The records that a re-rating looked at, by their instants: half-open. */
export interface ReRatedPeriod {
  readonly from: Instant;
  readonly until: Instant;
}

/** What an event is about, whose meaning its kind says: a number, an instant and a word. */
const EVENTS = `
  SELECT 'order' AS kind, s.id AS sequence, c.batch_id, s.plan_version_id AS about, s.starts_at AS at,
         s.channel AS word
    FROM ciyuan.subscription AS s
    -- What takes over by a change of plan is of the write of the change.
    LEFT JOIN ciyuan.subscription_change AS c
      ON c.account_id = s.account_id AND c.kind = 'plan_changed' AND c.successor_id = s.id AND c.sequence = s.id - 1
   WHERE s.account_id = $1
  UNION ALL SELECT 'cycle', sequence, batch_id, NULL, NULL, NULL
    FROM ciyuan.grant_movement WHERE account_id = $1 AND kind IN ('issued', 'rolled_in')
  UNION ALL SELECT DISTINCT 'cycle', sequence, batch_id, NULL::bigint, NULL::timestamptz, NULL
    FROM ciyuan.commitment_entry WHERE account_id = $1 AND closes
  UNION ALL SELECT 'cycle', sequence, batch_id, NULL, NULL, NULL
    FROM ciyuan.subscription_lapse WHERE account_id = $1
  UNION ALL SELECT kind, sequence, batch_id, record_sequence, NULL, NULL
    FROM ciyuan.usage_correction WHERE account_id = $1
  UNION ALL SELECT 'expiry', sequence, batch_id, grant_number, NULL, NULL
    FROM ciyuan.grant_movement AS m
   WHERE account_id = $1 AND kind = 'expired'
     -- What comes back to a grant that has expired expires with the correction.
     AND NOT EXISTS (SELECT FROM ciyuan.usage_correction AS c
                      WHERE c.account_id = $1 AND c.sequence = m.sequence)
  UNION ALL SELECT 'given', sequence, batch_id, grant_number, at, milli_tokens::text
    FROM ciyuan.grant_movement WHERE account_id = $1 AND kind = 'given'
  ORDER BY sequence`;

/** What happened to accounts, in the order of their sequences: enough to compute everything again. */
@Injectable()
export class AccountLogStore {
  /** The accounts that anything of a month is stored for, by what belongs to it or is booked in it. */
  async accountsOf(
    tx: Tx,
    month: { readonly name: string; readonly start: Date; readonly end: Date },
  ): Promise<number[]> {
    const rows = await tx.rows<{ account_id: string }>(
      `SELECT account_id FROM ciyuan.usage_record
        WHERE accounting_month = $1 OR (at >= $2 AND at < $3)
       UNION SELECT account_id FROM ciyuan.journal_line WHERE account_id > 0 AND accounting_month = $1
       UNION SELECT account_id FROM ciyuan.grant_movement WHERE at >= $2 AND at <= $3
       ORDER BY account_id`,
      [month.name, month.start, month.end],
    );
    return rows.map((row) => Number(row.account_id));
  }

  async facts(tx: Tx, accountId: number): Promise<AccountFacts | undefined> {
    const [row] = await tx.rows<{ code: string; zone: string; anchor_day: number }>(
      'SELECT code, zone, anchor_day FROM ciyuan.account WHERE account_id = $1',
      [accountId],
      'account_facts',
    );
    return row && { id: accountId, code: row.code, zone: row.zone, anchorDay: row.anchor_day };
  }

  /** Where a charged record stands; undefined for an identity that was never charged. */
  async placeOf(tx: Tx, identity: RecordIdentity): Promise<RecordPlace | undefined> {
    const { partner, source, recordId } = identity;
    const [row] = await tx.rows<{ account_id: string; sequence: string }>(
      `SELECT r.account_id, r.sequence
         FROM ciyuan.usage_key AS k
         LEFT JOIN ciyuan.suspense_record AS s
           ON s.account_id = k.account_id AND s.key = k.key AND s.state = 'recycled'
         JOIN ciyuan.usage_record AS r
           ON r.account_id = coalesce(s.charged_account_id, k.account_id) AND r.at = k.at
          AND r.partner = $2 AND r.source = $3 AND r.record_id = $4
        WHERE k.key = $1`,
      [`${partner} ${source} ${recordId}`, partner, source, recordId],
    );
    return row && { accountId: Number(row.account_id), sequence: Number(row.sequence) };
  }

  /** Everything but records, which may be many, and changes of subscriptions, which have a log of their own. */
  async events(tx: Tx, accountId: number): Promise<LoggedEvent[]> {
    const rows = await tx.rows<EventRow>(EVENTS, [accountId], 'account_events');
    return rows.map((row) => ({
      batchId: row.batch_id === null ? null : Number(row.batch_id),
      event: eventOf(row),
    }));
  }

  /** Charged records in the order of the sequence, some thousands at a time. */
  async *records(tx: Tx, { id, code }: AccountFacts, page: number): AsyncGenerator<LoggedRecord[]> {
    await tx.rows(
      `DECLARE account_records NO SCROLL CURSOR FOR
         SELECT * FROM ciyuan.usage_record WHERE account_id = ${id} ORDER BY sequence`,
    );
    try {
      for (;;) {
        const rows = await tx.rows<RecordRow>(`FETCH ${page} FROM account_records`);
        if (rows.length > 0) yield rows.map((row) => recordOf(row, code));
        if (rows.length < page) return;
      }
    } finally {
      await tx.rows('CLOSE account_records');
    }
  }

  /** What took back or stated anew the rating of a record, in the order in which it was booked. */
  async correctionsOf(tx: Tx, { accountId, sequence }: RecordPlace): Promise<LoggedCorrection[]> {
    const rows = await tx.rows<{
      sequence: string;
      kind: LoggedCorrection['kind'];
      drawn_milli: string;
      usage_gross: string;
      reason: string;
      requested_by: string;
      booked_at: Date;
    }>(
      `SELECT sequence, kind, drawn_milli, usage_gross, reason, requested_by, booked_at FROM ciyuan.usage_correction
        WHERE account_id = $1 AND record_sequence = $2 ORDER BY sequence`,
      [accountId, sequence],
    );
    return rows.map((row) => ({
      sequence: Number(row.sequence),
      kind: row.kind,
      drawnMilli: BigInt(row.drawn_milli),
      usageGross: parseYuan(row.usage_gross),
      reason: row.reason,
      requestedBy: row.requested_by,
      bookedAt: row.booked_at.getTime(),
    }));
  }

  async isCorrected(tx: Tx, accountId: number): Promise<boolean> {
    const rows = await tx.rows('SELECT FROM ciyuan.usage_correction WHERE account_id = $1 LIMIT 1', [
      accountId,
    ]);
    return rows.length > 0;
  }

  /** The account's re-ratings by the number of their write. */
  async reRatings(tx: Tx, accountId: number): Promise<Map<number, ReRatedPeriod>> {
    const rows = await tx.rows<{ batch_id: string; from_at: Date; until_at: Date }>(
      'SELECT batch_id, from_at, until_at FROM ciyuan.re_rating_run WHERE account_id = $1',
      [accountId],
      're_ratings_of_account',
    );
    return new Map(
      rows.map((row) => [
        Number(row.batch_id),
        { from: row.from_at.getTime(), until: row.until_at.getTime() },
      ]),
    );
  }

  async writes(tx: Tx, batchIds: readonly number[]): Promise<Map<number, StoredWrite>> {
    const rows = await tx.rows<{
      batch_id: string;
      kind: string;
      catalogue_epoch: string;
      late_months: Record<string, string>;
      written_at: Date;
    }>(
      'SELECT * FROM ciyuan.account_write WHERE batch_id = ANY ($1::bigint[])',
      [plainArray(batchIds)],
      'writes_by_id',
    );
    return new Map(
      rows.map((row) => [
        Number(row.batch_id),
        {
          kind: row.kind,
          catalogueEpoch: Number(row.catalogue_epoch),
          lateMonths: row.late_months,
          writtenAt: row.written_at.getTime(),
        },
      ]),
    );
  }
}
