import { Injectable } from '@nestjs/common';
import type { SuspenseReason } from '@ciyuan/core/charging';
import { formatInstant, type Instant } from '@ciyuan/core/kernel';
import type { Json } from '@ciyuan/core/usage';
import { copyChunks, copyText, plainArray, textArray, type Tx } from '@ciyuan/platform/database';
import { bodyOf, keptBody } from './kept-body';
import type { ReportedUsage } from './reported-usage';

export interface OpenedSuspense {
  readonly usage: ReportedUsage;
  readonly accountId: number;
  readonly reason: SuspenseReason;
  readonly detail: string;
}

export interface SuspenseEntry {
  readonly accountId: number;
  readonly key: string;
  readonly partner: string;
  readonly source: string;
  readonly recordId: string;
  readonly accountCode: string;
  readonly at: Date;
  readonly reason: SuspenseReason;
  readonly detail: string;
  readonly body: Json;
  readonly openedAt: Date;
}

export interface SuspenseVoid {
  readonly key: string;
  readonly reason: string;
}

export interface SuspenseRow {
  account_id: string;
  key: string;
  partner: string;
  source: string;
  record_id: string;
  account_code: string;
  at: Date;
  reason: SuspenseReason;
  detail: string;
  body: Json;
  opened_at: Date;
}

const COLUMNS =
  'account_id, key, partner, source, record_id, account_code, at, reason, detail, body, opened_at, tried_at, state';
export const SUSPENSE_ENTRY = `account_id, key, partner, source, record_id, account_code, at, reason, detail, body, opened_at`;

/** What was accepted and cannot be charged yet: the record is kept whole and holds its key. */
@Injectable()
export class SuspenseStore {
  async open(tx: Tx, opened: readonly OpenedSuspense[], now: Instant): Promise<void> {
    if (opened.length === 0) return;
    const at = formatInstant(now);
    const rows = opened.map(({ usage, accountId, reason, detail }) => {
      const { record, key, body } = usage;
      return `${[accountId, copyText(key), copyText(record.partner), copyText(record.source), copyText(record.recordId), copyText(record.accountCode), formatInstant(record.at), reason, copyText(detail), copyText(keptBody(body)), at, at, 'open'].join('\t')}\n`;
    });
    await tx.copyIn(`COPY ciyuan.suspense_record (${COLUMNS}) FROM STDIN`, copyChunks(rows));
  }

  /** The instants of the open entries with these keys. */
  async instants(tx: Tx, keys: readonly string[]): Promise<Instant[]> {
    const rows = await tx.rows<{ at: Date }>(
      "SELECT at FROM ciyuan.suspense_record WHERE key = ANY ($1::text[]) AND state = 'open'",
      [textArray(keys)],
    );
    return rows.map((row) => row.at.getTime());
  }

  /**
   * The open entries with these keys, oldest first, held until the transaction ends: whoever takes them too waits,
   * and then finds them closed.
   */
  async take(tx: Tx, keys: readonly string[], now: Instant): Promise<SuspenseEntry[]> {
    const rows = await tx.rows<SuspenseRow>(
      `WITH taken AS (
         UPDATE ciyuan.suspense_record SET tried_at = $2 WHERE key = ANY ($1::text[]) AND state = 'open' RETURNING *)
       SELECT ${SUSPENSE_ENTRY} FROM taken ORDER BY opened_at, key`,
      [textArray(keys), new Date(now)],
    );
    return rows.map(entryOf);
  }

  /** Marks taken entries as charged. */
  async close(
    tx: Tx,
    closed: readonly { readonly key: string; readonly accountId: number; readonly sequence: number }[],
    now: Instant,
  ): Promise<void> {
    if (closed.length === 0) return;
    await tx.rows(
      `UPDATE ciyuan.suspense_record AS s
          SET state = 'recycled', tried_at = $4, charged_account_id = t.account_id, charged_sequence = t.sequence
         FROM unnest($1::text[], $2::bigint[], $3::bigint[]) AS t (key, account_id, sequence)
        WHERE s.key = t.key AND s.state = 'open'`,
      [
        textArray(closed.map((one) => one.key)),
        plainArray(closed.map((one) => one.accountId)),
        plainArray(closed.map((one) => one.sequence)),
        new Date(now),
      ],
    );
  }

  /** Makes open entries void, and says which: they keep their keys, and are tried no more. */
  async void(tx: Tx, voids: readonly SuspenseVoid[], by: string, now: Instant): Promise<ReadonlySet<string>> {
    if (voids.length === 0) return new Set();
    const rows = await tx.rows<{ key: string }>(
      `UPDATE ciyuan.suspense_record AS s
          SET state = 'voided', tried_at = $4, void_reason = t.reason, voided_by = $3
         FROM unnest($1::text[], $2::text[]) AS t (key, reason)
        WHERE s.key = t.key AND s.state = 'open' RETURNING s.key`,
      [textArray(voids.map((one) => one.key)), voids.map((one) => one.reason), by, new Date(now)],
    );
    return new Set(rows.map((row) => row.key));
  }

  /** Says why entries are still open after another try. */
  async retried(tx: Tx, still: readonly OpenedSuspense[], now: Instant): Promise<void> {
    if (still.length === 0) return;
    await tx.rows(
      `UPDATE ciyuan.suspense_record AS s SET reason = t.reason, detail = t.detail, tried_at = $4
         FROM unnest($1::text[], $2::text[], $3::text[]) AS t (key, reason, detail)
        WHERE s.key = t.key AND s.state = 'open'`,
      [
        textArray(still.map((one) => one.usage.key)),
        still.map((one) => one.reason),
        still.map((one) => one.detail),
        new Date(now),
      ],
    );
  }
}

export function entryOf(row: SuspenseRow): SuspenseEntry {
  return {
    accountId: Number(row.account_id),
    key: row.key,
    partner: row.partner,
    source: row.source,
    recordId: row.record_id,
    accountCode: row.account_code,
    at: row.at,
    reason: row.reason,
    detail: row.detail,
    body: bodyOf(row.body),
    openedAt: row.opened_at,
  };
}
