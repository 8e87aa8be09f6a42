import { Injectable } from '@nestjs/common';
import type { Account, AccountStatus } from '@ciyuan/core/catalogue';
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
import { AccountIds } from './account-ids';
import type { NewAccount } from './schemas';

interface AccountRow {
  account_id: string;
  code: string;
  name: string;
  segment: string;
  zone: string;
  anchor_day: number;
  currency: string;
  customer_code: string | null;
  region: string | null;
  status: AccountStatus;
}

/** By their opening unless said otherwise. */
export const ACCOUNT_ORDER: ListOrder<'createdAt' | 'code'> = {
  columns: {
    createdAt: { sql: 'a.created_at', type: 'timestamptz' },
    code: { sql: 'a.code', type: 'text' },
  },
  ties: [{ sql: 'a.account_id', type: 'bigint' }],
  initial: 'createdAt',
};

export interface AccountPage extends PlaceInList<'createdAt' | 'code'> {
  readonly status?: AccountStatus | undefined;
  readonly segment?: string | undefined;
  /** In it, or in a finer one below it; an account without one is where its customer is. */
  readonly region?: string | undefined;
  readonly customer?: string | undefined;
  /** Half-open. */
  readonly createdFrom?: Instant | undefined;
  readonly createdUntil?: Instant | undefined;
}

const COLUMNS = 'account_id, code, name, segment, zone, anchor_day, currency, customer_code, region, status';
const LISTED = COLUMNS.replace(/\w+/g, 'a.$&');
const OPENED = 'active';

/** Accounts, their codes, and the row of state that each is locked by. */
@Injectable()
export class AccountsStore {
  constructor(private readonly ids: AccountIds) {}

  /** By code; a code that no account has is absent. One statement for all that this process has not read yet. */
  async idsByCode(tx: Tx, codes: readonly string[]): Promise<Map<string, number>> {
    const ids = this.ids.known(codes);
    const unread = [...new Set(codes)].filter((code) => !ids.has(code));
    if (unread.length === 0) return ids;
    const rows = await tx.rows<{ code: string; account_id: string }>(
      'SELECT code, account_id FROM ciyuan.account_code WHERE code = ANY ($1::text[])',
      [unread],
      'account_ids_by_code',
    );
    for (const { code, account_id: id } of rows) {
      ids.set(code, Number(id));
      this.ids.remember(code, Number(id));
    }
    return ids;
  }

  async byCode(tx: Tx, code: string): Promise<Account | undefined> {
    const rows = await tx.rows<AccountRow>(
      `SELECT ${COLUMNS} FROM ciyuan.account
        WHERE account_id = (SELECT account_id FROM ciyuan.account_code WHERE code = $1)`,
      [code],
    );
    return rows.map(read)[0];
  }

  /** Opens the account under a new id, with the first number of its sequence; undefined where the code is taken. */
  async open(tx: Tx, account: NewAccount, createdAt: Instant): Promise<Account | undefined> {
    const named = await tx.rows<{ account_id: string }>(
      `INSERT INTO ciyuan.account_code (code, account_id) VALUES ($1, nextval('ciyuan.account_id'))
         ON CONFLICT (code) DO NOTHING RETURNING account_id`,
      [account.code],
    );
    if (named[0] === undefined) return undefined;
    const id = Number(named[0].account_id);
    const { code, name, segment, zone, anchorDay, currency, customer, region } = account;
    const values = [id, code, name, segment, zone, anchorDay, currency, customer, region, OPENED];
    await tx.rows(
      `INSERT INTO ciyuan.account (${COLUMNS}, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [...values, new Date(createdAt)],
    );
    await tx.rows('INSERT INTO ciyuan.account_state (account_id, next_sequence) VALUES ($1, 1)', [id]);
    return { id, ...account, status: OPENED };
  }

  async list(tx: Tx, page: AccountPage): Promise<Listed<Account>> {
    const { status, segment, region, customer, createdFrom, createdUntil } = page;
    const filters = filterValues([status, segment, region, customer], [createdFrom, createdUntil]);
    const { key, after, orderBy, limit, values } = ordered(ACCOUNT_ORDER, page, filters.length);
    const rows = await tx.rows<AccountRow & SortedRow>(
      `SELECT ${LISTED}, ${key}
         FROM ciyuan.account AS a LEFT JOIN ciyuan.customer AS c ON c.code = a.customer_code
        WHERE ($1::text IS NULL OR a.status = $1) AND ($2::text IS NULL OR a.segment = $2)
          AND ($3::text IS NULL OR coalesce(a.region, c.region) = $3 OR coalesce(a.region, c.region) LIKE $3 || '-%')
          AND ($4::text IS NULL OR a.customer_code = $4)
          AND ($5::timestamptz IS NULL OR a.created_at >= $5) AND ($6::timestamptz IS NULL OR a.created_at < $6)
          AND ${after} ORDER BY ${orderBy} LIMIT ${limit}`,
      [...filters, ...values],
    );
    return listedOf(rows, page, ({ sort_key: _key, ...row }) => read(row));
  }
}

function read(row: AccountRow): Account {
  const { account_id: id, anchor_day: anchorDay, customer_code: customer, ...named } = row;
  return { ...named, id: Number(id), anchorDay, customer };
}
