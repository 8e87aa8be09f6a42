import { Injectable } from '@nestjs/common';
import type { Instant } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';
import { filterValues, listedOf, ordered, type Listed, type SortedRow } from '@ciyuan/platform/lists';
import type { Role } from './caller';
import {
  STAFF_ORDER,
  type NewStaffAccount,
  type StaffAccount,
  type StaffPage,
  type StaffTerms,
} from './staff-account';

interface StaffRow {
  login: string;
  display_name: string;
  role: Role;
  party: string | null;
  must_change: boolean;
  disabled: boolean;
  locked_until: Date | null;
  created_at: Date;
  created_by: string;
  changed_at: Date;
  changed_by: string;
}

const COLUMNS = `login, display_name, role, party, must_change, disabled, locked_until, created_at, created_by,
  changed_at, changed_by`;

/** By whom, and when. */
export interface Signature {
  readonly by: string;
  readonly at: Instant;
}

/** People who may sign in. */
@Injectable()
export class StaffAccountsStore {
  /** Changes that could leave no admin wait for each other. */
  async lockAll(tx: Tx): Promise<void> {
    await tx.rows(`SELECT pg_advisory_xact_lock(hashtextextended('ciyuan.staff_account', 0))`);
  }

  /** Adds the account unless its login is taken; says whether it did. */
  async insert(
    tx: Tx,
    account: NewStaffAccount & { readonly passwordHash: string; readonly mustChange: boolean },
    { by, at }: Signature,
  ): Promise<boolean> {
    const { login, displayName, role, party, passwordHash, mustChange } = account;
    const added = await tx.rows(
      `INSERT INTO ciyuan.staff_account (login, display_name, role, party, password_hash, must_change, created_at,
         created_by, changed_at, changed_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $7, $8)
         ON CONFLICT DO NOTHING RETURNING login`,
      [login, displayName, role, party, passwordHash, mustChange, new Date(at), by],
    );
    return added.length === 1;
  }

  async byLogin(tx: Tx, login: string): Promise<StaffAccount | undefined> {
    const rows = await tx.rows<StaffRow>(`SELECT ${COLUMNS} FROM ciyuan.staff_account WHERE login = $1`, [
      login,
    ]);
    return rows.map(read)[0];
  }

  async change(tx: Tx, login: string, terms: StaffTerms, { by, at }: Signature): Promise<void> {
    const { displayName, role, party, disabled } = terms;
    await tx.rows(
      `UPDATE ciyuan.staff_account SET display_name = $2, role = $3, party = $4, disabled = $5, changed_at = $6,
         changed_by = $7 WHERE login = $1`,
      [login, displayName, role, party, disabled, new Date(at), by],
    );
  }

  /** Another password takes a lock off. */
  async setPassword(
    tx: Tx,
    login: string,
    { passwordHash, mustChange }: { readonly passwordHash: string; readonly mustChange: boolean },
    { by, at }: Signature,
  ): Promise<void> {
    await tx.rows(
      `UPDATE ciyuan.staff_account SET password_hash = $2, must_change = $3, failed_attempts = 0, locked_until = NULL,
         changed_at = $4, changed_by = $5 WHERE login = $1`,
      [login, passwordHash, mustChange, new Date(at), by],
    );
  }

  /** Whether somebody else than `login` is an admin who may sign in. */
  async hasOtherAdmin(tx: Tx, login: string): Promise<boolean> {
    const rows = await tx.rows(
      `SELECT 1 FROM ciyuan.staff_account WHERE role = 'admin' AND NOT disabled AND login <> $1 LIMIT 1`,
      [login],
    );
    return rows.length > 0;
  }

  async hasParty(tx: Tx, code: string): Promise<boolean> {
    return (await tx.rows('SELECT 1 FROM ciyuan.party WHERE code = $1', [code])).length > 0;
  }

  async list(tx: Tx, page: StaffPage): Promise<Listed<StaffAccount>> {
    const filters = filterValues([page.role, page.party, page.disabled]);
    const { key, after, orderBy, limit, values } = ordered(STAFF_ORDER, page, filters.length);
    const rows = await tx.rows<StaffRow & SortedRow>(
      `SELECT ${COLUMNS}, ${key} FROM ciyuan.staff_account
        WHERE ($1::text IS NULL OR role = $1) AND ($2::text IS NULL OR party = $2)
          AND ($3::boolean IS NULL OR disabled = $3) AND ${after} ORDER BY ${orderBy} LIMIT ${limit}`,
      [...filters, ...values],
    );
    return listedOf(rows, page, read);
  }
}

const read = (row: StaffRow): StaffAccount => ({
  login: row.login,
  displayName: row.display_name,
  role: row.role,
  party: row.party,
  disabled: row.disabled,
  mustChangePassword: row.must_change,
  lockedUntil: row.locked_until?.getTime() ?? null,
  createdAt: row.created_at.getTime(),
  createdBy: row.created_by,
  changedAt: row.changed_at.getTime(),
  changedBy: row.changed_by,
});
