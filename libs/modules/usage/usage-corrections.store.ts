import { Injectable } from '@nestjs/common';
import type { Correction, RecordedDraw } from '@ciyuan/core/charging';
import type { Instant } from '@ciyuan/core/kernel';
import { copyChunks, plainArray, textArray, type Tx } from '@ciyuan/platform/database';
import { CORRECTION_COLUMNS, correctionRow, type CorrectionWrite } from './correction-row';
import { ENTRY_COLUMNS, entryOf, type EntryRow, type RatedEntry } from './rated-entry';

/** What became of a key that was claimed. */
export interface KeyPlace {
  readonly key: string;
  /** Of its charge, where it has one. */
  readonly accountId: number;
  readonly at: Date;
  readonly voidedInSuspense: boolean;
}

const ENTRIES_OF = (records: string): string => `
  SELECT ${ENTRY_COLUMNS}
    FROM ${records} AS r
    JOIN ciyuan.account AS a ON a.account_id = r.account_id
   CROSS JOIN LATERAL (
          SELECT * FROM ciyuan.usage_entry AS one
           WHERE one.account_id = r.account_id AND one.at = r.at AND one.record_sequence = r.sequence
           ORDER BY one.sequence DESC LIMIT 1) AS e
    LEFT JOIN ciyuan.account_write AS w ON w.batch_id = e.batch_id
   ORDER BY r.account_id, r.sequence`;

/** Entries that correct charged records: appended, like the records that they correct. */
@Injectable()
export class UsageCorrectionsStore {
  async add(tx: Tx, corrections: readonly Correction[], write: CorrectionWrite): Promise<void> {
    if (corrections.length === 0) return;
    const rows = corrections.map((one) => correctionRow(one, write));
    await tx.copyIn(`COPY ciyuan.usage_correction (${CORRECTION_COLUMNS}) FROM STDIN`, copyChunks(rows));
  }

  /** Where claimed keys went; keys that nobody claimed are left out. */
  async places(tx: Tx, keys: readonly string[]): Promise<Map<string, KeyPlace>> {
    const rows = await tx.rows<{ key: string; account_id: string; at: Date; state: string | null }>(
      `SELECT k.key, coalesce(s.charged_account_id, k.account_id) AS account_id, k.at, s.state
         FROM ciyuan.usage_key AS k
         LEFT JOIN ciyuan.suspense_record AS s ON s.account_id = k.account_id AND s.key = k.key
        WHERE k.key = ANY ($1::text[])`,
      [textArray(keys)],
    );
    const places = rows.map(({ key, account_id, at, state }) => {
      return { key, accountId: Number(account_id), at, voidedInSuspense: state === 'voided' };
    });
    return new Map(places.map((one) => [one.key, one]));
  }

  /** The last entry of each charged record among the keys. To be asked under the locks of their accounts. */
  async ofKeys(tx: Tx, places: readonly KeyPlace[]): Promise<RatedEntry[]> {
    const rows = await tx.rows<EntryRow>(
      ENTRIES_OF(`(SELECT u.* FROM unnest($1::text[], $2::bigint[], $3::timestamptz[]) AS k (key, account_id, at)
                     JOIN ciyuan.usage_record AS u
                       ON u.account_id = k.account_id AND u.at = k.at
                      AND u.partner || ' ' || u.source || ' ' || u.record_id = k.key)`),
      [
        textArray(places.map((one) => one.key)),
        plainArray(places.map((one) => one.accountId)),
        places.map((one) => one.at),
      ],
    );
    return this.entriesOf(tx, rows);
  }

  /** The ratings in force of an account's records of a time, in the order in which they were charged. */
  async inForce(tx: Tx, accountId: number, from: Instant, until: Instant): Promise<RatedEntry[]> {
    const rows = await tx.rows<EntryRow>(
      ENTRIES_OF('(SELECT * FROM ciyuan.usage_record WHERE account_id = $1 AND at >= $2 AND at < $3)'),
      [accountId, new Date(from), new Date(until)],
    );
    return this.entriesOf(
      tx,
      rows.filter((row) => row.kind !== 'reversal'),
    );
  }

  private async entriesOf(tx: Tx, rows: readonly EntryRow[]): Promise<RatedEntry[]> {
    const further = await this.furtherDraws(tx, rows);
    return rows.map((row) => entryOf(row, further.get(`${row.account_id} ${row.sequence}`) ?? []));
  }

  private async furtherDraws(tx: Tx, rows: readonly EntryRow[]): Promise<Map<string, RecordedDraw[]>> {
    const draws = new Map<string, RecordedDraw[]>();
    if (rows.length === 0) return draws;
    const found = await tx.rows<Record<'account_id' | 'sequence' | 'grant_number' | 'milli_tokens', string>>(
      `SELECT m.account_id, m.sequence, m.grant_number, m.milli_tokens
         FROM unnest($1::bigint[], $2::bigint[]) AS e (account_id, sequence)
         JOIN ciyuan.grant_movement AS m USING (account_id, sequence)
        WHERE m.kind = 'drawn' ORDER BY m.grant_number`,
      [plainArray(rows.map((row) => row.account_id)), plainArray(rows.map((row) => row.sequence))],
    );
    for (const { account_id, sequence, grant_number, milli_tokens } of found) {
      const key = `${account_id} ${sequence}`;
      const draw = { grantNumber: Number(grant_number), milliTokens: BigInt(milli_tokens) };
      draws.set(key, [...(draws.get(key) ?? []), draw]);
    }
    return draws;
  }
}
