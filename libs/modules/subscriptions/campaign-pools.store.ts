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
import type { CampaignPool, NewCampaignPool } from './campaign-pool';

interface PoolRow {
  pool_code: string;
  name: string;
  tokens: string;
  taken_tokens: string;
  starts_at: Date;
  ends_at: Date | null;
}

export interface PoolTopUp {
  readonly pool: string;
  /** Names this one among all of the pool: the same again adds nothing. */
  readonly reference: string;
  /** Whole tokens. */
  readonly tokens: number;
  readonly by: string;
}

export type PoolSort = 'code' | 'startsAt' | 'endsAt' | 'leftTokens';

/** What has no end ends last. */
export const POOL_ORDER: ListOrder<PoolSort> = {
  columns: {
    code: { sql: 'pool_code', type: 'text' },
    startsAt: { sql: 'starts_at', type: 'timestamptz' },
    endsAt: { sql: "coalesce(ends_at, 'infinity'::timestamptz)", type: 'timestamptz' },
    leftTokens: { sql: 'tokens - taken_tokens', type: 'bigint' },
  },
  ties: [{ sql: 'pool_code', type: 'text' }],
  initial: 'code',
};

export interface PoolPage extends PlaceInList<PoolSort> {
  readonly runningAt?: Instant | undefined;
  /** Whether nothing is left in them. */
  readonly dry?: boolean | undefined;
}

const COLUMNS = 'pool_code, name, tokens, taken_tokens, starts_at, ends_at';

/** Pools of package tokens, and what was put into them. */
@Injectable()
export class CampaignPoolsStore {
  /** Opens the pool with nothing in it, unless its code is taken; says whether it did. */
  async insert(tx: Tx, pool: NewCampaignPool, createdAt: Instant): Promise<boolean> {
    const { code, name, startsAt, endsAt } = pool;
    const added = await tx.rows(
      `INSERT INTO ciyuan.campaign_pool (${COLUMNS}, created_at) VALUES ($1, $2, 0, 0, $3, $4, $5)
         ON CONFLICT (pool_code) DO NOTHING RETURNING pool_code`,
      [code, name, new Date(startsAt), dateOf(endsAt), new Date(createdAt)],
    );
    return added.length === 1;
  }

  /** Puts tokens in; false where the reference is known, and then nothing was put in. */
  async topUp(tx: Tx, { pool, reference, tokens, by }: PoolTopUp, at: Instant): Promise<boolean> {
    const added = await tx.rows(
      `INSERT INTO ciyuan.campaign_top_up (pool_code, reference, tokens, added_by, added_at)
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT (pool_code, reference) DO NOTHING RETURNING pool_code`,
      [pool, reference, tokens, by, new Date(at)],
    );
    if (added.length === 0) return false;
    await tx.rows('UPDATE ciyuan.campaign_pool SET tokens = tokens + $2 WHERE pool_code = $1', [
      pool,
      tokens,
    ]);
    return true;
  }

  /** How many tokens a top-up put in; undefined where there was none under this reference. */
  async toppedUp(tx: Tx, pool: string, reference: string): Promise<number | undefined> {
    const [row] = await tx.rows<{ tokens: string }>(
      'SELECT tokens FROM ciyuan.campaign_top_up WHERE pool_code = $1 AND reference = $2',
      [pool, reference],
    );
    return row === undefined ? undefined : Number(row.tokens);
  }

  /**
   * Takes all of the tokens or none, in a pool that runs at this instant. The row is held to the end of the
   * transaction, and whoever waits for it judges by what is left then.
   */
  async take(tx: Tx, code: string, tokens: number, at: Instant): Promise<boolean> {
    const taken = await tx.rows(
      `UPDATE ciyuan.campaign_pool SET taken_tokens = taken_tokens + $2
        WHERE pool_code = $1 AND taken_tokens + $2 <= tokens AND starts_at <= $3 AND (ends_at IS NULL OR $3 < ends_at)
       RETURNING pool_code`,
      [code, tokens, new Date(at)],
    );
    return taken.length === 1;
  }

  async byCode(tx: Tx, code: string): Promise<CampaignPool | undefined> {
    const rows = await tx.rows<PoolRow>(`SELECT ${COLUMNS} FROM ciyuan.campaign_pool WHERE pool_code = $1`, [
      code,
    ]);
    return rows.map(read)[0];
  }

  async list(tx: Tx, page: PoolPage): Promise<Listed<CampaignPool>> {
    const filters = filterValues([page.dry], [page.runningAt]);
    const { key, after, orderBy, limit, values } = ordered(POOL_ORDER, page, filters.length);
    const rows = await tx.rows<PoolRow & SortedRow>(
      `SELECT ${COLUMNS}, ${key} FROM ciyuan.campaign_pool
        WHERE ($1::boolean IS NULL OR (taken_tokens = tokens) = $1)
          AND ($2::timestamptz IS NULL OR starts_at <= $2 AND (ends_at IS NULL OR $2 < ends_at))
          AND ${after} ORDER BY ${orderBy} LIMIT ${limit}`,
      [...filters, ...values],
    );
    return listedOf(rows, page, read);
  }
}

const dateOf = (instant: Instant | null): Date | null => (instant === null ? null : new Date(instant));

const read = (row: PoolRow): CampaignPool => ({
  code: row.pool_code,
  name: row.name,
  tokens: Number(row.tokens),
  takenTokens: Number(row.taken_tokens),
  startsAt: row.starts_at.getTime(),
  endsAt: row.ends_at === null ? null : row.ends_at.getTime(),
});
