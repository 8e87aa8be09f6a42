import { Injectable } from '@nestjs/common';
import type { Account, AccountStatus } from '@ciyuan/core/catalogue';
import type { Instant } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';
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

export interface AccountPage {
  /** The id of the last account of the page before; absent for the first page. */
  readonly after?: number;
  readonly limit: number;
}

const COLUMNS = 'account_id, code, name, segment, zone, anchor_day, currency, customer_code, region, status';
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

  /** In the order of their ids, which is that of their opening. */
  async list(tx: Tx, { after = 0, limit }: AccountPage): Promise<Account[]> {
    const rows = await tx.rows<AccountRow>(
      `SELECT ${COLUMNS} FROM ciyuan.account WHERE account_id > $1 ORDER BY account_id LIMIT $2`,
      [after, limit],
    );
    return rows.map(read);
  }
}

function read(row: AccountRow): Account {
  const { account_id: id, anchor_day: anchorDay, customer_code: customer, ...named } = row;
  return { ...named, id: Number(id), anchorDay, customer };
}
