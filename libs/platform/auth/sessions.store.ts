import { Injectable } from '@nestjs/common';
import type { Instant } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';
import type { Role } from './caller';

export type SignInMethod = 'password' | 'oidc';
export type SessionEnd = 'signed_out' | 'password_changed' | 'disabled';

export interface NewSession {
  readonly digest: Buffer;
  readonly login: string;
  readonly method: SignInMethod;
  readonly beganAt: Instant;
  readonly expiresAt: Instant;
}

/** A session that has not ended, with what its person is now. */
export interface SessionRow {
  readonly id: number;
  readonly login: string;
  readonly method: SignInMethod;
  readonly displayName: string;
  readonly role: Role;
  readonly party: string | null;
  readonly mustChange: boolean;
  readonly seenAt: Instant;
  readonly expiresAt: Instant;
}

interface StoredSession {
  id: string;
  login: string;
  method: SignInMethod;
  display_name: string;
  role: Role;
  party: string | null;
  must_change: boolean;
  seen_at: Date;
  expires_at: Date;
}

@Injectable()
export class SessionsStore {
  async insert(tx: Tx, { digest, login, method, beganAt, expiresAt }: NewSession): Promise<void> {
    await tx.rows(
      `INSERT INTO ciyuan.staff_session (token_digest, login, method, began_at, seen_at, expires_at)
         VALUES ($1, $2, $3, $4, $4, $5)`,
      [digest, login, method, new Date(beganAt), new Date(expiresAt)],
    );
  }

  async find(tx: Tx, digest: Buffer): Promise<SessionRow | undefined> {
    const [row] = await tx.rows<StoredSession>(
      `SELECT s.id, s.login, s.method, a.display_name, a.role, a.party, a.must_change, s.seen_at, s.expires_at
         FROM ciyuan.staff_session AS s JOIN ciyuan.staff_account AS a ON a.login = s.login
        WHERE s.token_digest = $1 AND s.ended_at IS NULL AND NOT a.disabled`,
      [digest],
      'find_session',
    );
    if (row === undefined) return undefined;
    const {
      id,
      display_name: displayName,
      must_change: mustChange,
      seen_at: seen,
      expires_at,
      ...same
    } = row;
    return {
      ...same,
      id: Number(id),
      displayName,
      mustChange,
      seenAt: seen.getTime(),
      expiresAt: expires_at.getTime(),
    };
  }

  async seen(tx: Tx, id: number, at: Instant): Promise<void> {
    await tx.rows(
      'UPDATE ciyuan.staff_session SET seen_at = $2 WHERE id = $1 AND ended_at IS NULL AND seen_at < $2',
      [id, new Date(at)],
    );
  }

  async end(tx: Tx, id: number, at: Instant): Promise<void> {
    await tx.rows(
      `UPDATE ciyuan.staff_session SET ended_at = $2, ended_for = 'signed_out' WHERE id = $1 AND ended_at IS NULL`,
      [id, new Date(at)],
    );
  }

  async endAllOf(tx: Tx, login: string, at: Instant, why: SessionEnd): Promise<void> {
    await tx.rows(
      'UPDATE ciyuan.staff_session SET ended_at = $2, ended_for = $3 WHERE login = $1 AND ended_at IS NULL',
      [login, new Date(at), why],
    );
  }
}
