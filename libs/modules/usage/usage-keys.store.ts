import { Injectable } from '@nestjs/common';
import { formatInstant } from '@ciyuan/core/kernel';
import { byteaArray, plainArray, textArray, type Tx } from '@ciyuan/platform/database';
import { HASH_VERSION, type ReportedUsage } from './reported-usage';

/** What the key table knows of a record that came before. */
export interface KnownKey {
  readonly key: string;
  readonly contentHash: string;
  readonly accountId: number;
  readonly at: Date;
}

interface KeyRow {
  key: string;
  content_hash: string;
  account_id: string;
  at: Date;
}

/** Who has been seen, for ever. Keys are claimed by the transaction that charges them, never before. */
@Injectable()
export class UsageKeysStore {
  /**
   * Claims the keys of `usage`, which must differ; returns those that were there before. Sorted, so that two
   * writers never wait for each other in a ring. Account 0 stands for a code that no account has.
   */
  async claim(
    tx: Tx,
    usage: readonly ReportedUsage[],
    accountIdOf: (usage: ReportedUsage) => number,
  ): Promise<ReadonlySet<string>> {
    const sorted = [...usage].sort((a, b) => (a.key < b.key ? -1 : 1));
    const rows = await tx.rows<{ claimed: string; keys: string | null }>(
      `WITH claimed AS (
         INSERT INTO ciyuan.usage_key (key, content_hash, hash_version, account_id, at)
         SELECT k, h, $5, a, t FROM unnest($1::text[], $2::bytea[], $3::bigint[], $4::timestamptz[]) AS u (k, h, a, t)
         ON CONFLICT (key) DO NOTHING RETURNING key)
       SELECT count(*) AS claimed,
              CASE WHEN count(*) < $6::integer THEN string_agg(key, E'\\n') END AS keys FROM claimed`,
      [
        textArray(sorted.map((one) => one.key)),
        byteaArray(sorted.map((one) => one.contentHash)),
        plainArray(sorted.map(accountIdOf)),
        plainArray(sorted.map((one) => formatInstant(one.record.at))),
        HASH_VERSION,
        sorted.length,
      ],
      'claim_keys',
    );
    const { claimed, keys } = rows[0] ?? { claimed: '0', keys: null };
    if (Number(claimed) === sorted.length) return new Set<string>();
    const fresh = new Set(keys === null ? [] : keys.split('\n'));
    return new Set(sorted.map((one) => one.key).filter((key) => !fresh.has(key)));
  }

  async known(tx: Tx, keys: Iterable<string>): Promise<Map<string, KnownKey>> {
    const rows = await tx.rows<KeyRow>(
      `SELECT key, encode(content_hash, 'hex') AS content_hash, account_id, at
         FROM ciyuan.usage_key WHERE key = ANY ($1::text[])`,
      [textArray([...keys])],
      'known_keys',
    );
    return new Map(
      rows.map((row) => [
        row.key,
        { key: row.key, contentHash: row.content_hash, accountId: Number(row.account_id), at: row.at },
      ]),
    );
  }
}
