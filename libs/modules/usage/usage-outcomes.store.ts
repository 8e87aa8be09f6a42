import { Injectable } from '@nestjs/common';
import { parseYuan } from '@ciyuan/core/kernel';
import type { Json, UsageRecord } from '@ciyuan/core/usage';
import { plainArray, textArray, type Tx } from '@ciyuan/platform/database';
import { bodyOf } from './kept-body';
import type { ReportedUsage } from './reported-usage';
import { reportedRecord, type ReportedRow } from './stored-record';
import type { KnownKey } from './usage-keys.store';

/** What became of a record when it was first seen. */
export type FirstOutcome =
  | {
      readonly state: 'charged';
      readonly sequence: number;
      readonly drawnMilli: bigint;
      readonly usageGross: bigint;
      readonly stored: StoredUsage;
    }
  | { readonly state: 'suspense'; readonly reason: string; readonly detail: string; readonly body: Json };

/** The fields of a charged record that a second report of it is compared with. */
export interface StoredUsage extends UsageRecord {
  readonly accountId: number;
}

interface ChargedRow extends ReportedRow {
  key: string;
  account_id: string;
  account_code: string;
  sequence: string;
  drawn_milli: string;
  usage_gross: string;
}

@Injectable()
export class UsageOutcomesStore {
  /** By key. A key whose transaction was committed has always an outcome: charged, or in suspense. */
  async first(
    tx: Tx,
    again: readonly ReportedUsage[],
    known: ReadonlyMap<string, KnownKey>,
  ): Promise<Map<string, FirstOutcome>> {
    const outcomes = await this.suspended(tx, again);
    const keys = again.map((one) => known.get(one.key) as KnownKey);
    const rows = await tx.rows<ChargedRow>(
      `SELECT k.key, r.*, a.code AS account_code
         FROM unnest($1::text[], $2::bigint[], $3::timestamptz[], $4::text[], $5::text[], $6::text[])
           AS k (key, account_id, at, partner, source, record_id)
         LEFT JOIN ciyuan.suspense_record AS s
           ON s.account_id = k.account_id AND s.key = k.key AND s.state = 'recycled'
         JOIN ciyuan.usage_record AS r
           ON r.account_id = coalesce(s.charged_account_id, k.account_id) AND r.at = k.at
          AND r.partner = k.partner AND r.source = k.source AND r.record_id = k.record_id
         JOIN ciyuan.account AS a ON a.account_id = r.account_id`,
      [
        keys.map((one) => one.key),
        plainArray(keys.map((one) => one.accountId)),
        keys.map((one) => one.at),
        again.map((one) => one.record.partner),
        again.map((one) => one.record.source),
        again.map((one) => one.record.recordId),
      ],
      'first_outcomes',
    );
    for (const row of rows) outcomes.set(row.key, chargedOf(row));
    return outcomes;
  }

  private async suspended(tx: Tx, again: readonly ReportedUsage[]): Promise<Map<string, FirstOutcome>> {
    const rows = await tx.rows<{ key: string; reason: string; detail: string; body: Json }>(
      `SELECT key, CASE state WHEN 'voided' THEN state ELSE reason END AS reason, coalesce(void_reason, detail) AS detail,
              body
         FROM ciyuan.suspense_record WHERE key = ANY ($1::text[]) AND state IN ('open', 'voided')`,
      [textArray(again.map((one) => one.key))],
      'suspended_outcomes',
    );
    return new Map(
      rows.map(({ key, reason, detail, body }) => [
        key,
        { state: 'suspense', reason, detail, body: bodyOf(body) },
      ]),
    );
  }
}

function chargedOf(row: ChargedRow): FirstOutcome {
  return {
    state: 'charged',
    sequence: Number(row.sequence),
    drawnMilli: BigInt(row.drawn_milli),
    usageGross: parseYuan(row.usage_gross),
    stored: { ...reportedRecord(row, row.account_code), accountId: Number(row.account_id) },
  };
}
