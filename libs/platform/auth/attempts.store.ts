import { Injectable } from '@nestjs/common';
import type { Instant } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';

/** What a password is compared with. */
export interface Attempted {
  readonly login: string;
  readonly passwordHash: string;
  readonly disabled: boolean;
}

export interface AttemptLimits {
  readonly most: number;
  readonly lockedMs: number;
}

/** Wrong passwords are counted in the account's row. */
@Injectable()
export class AttemptsStore {
  /**
   * Counts an attempt before anything is compared, so that many at once are no more than many one after another;
   * undefined where there is no such account, or too many have failed.
   */
  async take(tx: Tx, login: string, at: Instant, limits: AttemptLimits): Promise<Attempted | undefined> {
    const [row] = await tx.rows<{ password_hash: string; disabled: boolean }>(
      `UPDATE ciyuan.staff_account SET
         failed_attempts = CASE WHEN locked_until IS NULL THEN failed_attempts + 1 ELSE 1 END,
         locked_until = CASE WHEN locked_until IS NULL AND failed_attempts + 1 >= $3 THEN $4::timestamptz END
       WHERE login = $1 AND (locked_until IS NULL OR locked_until <= $2) RETURNING password_hash, disabled`,
      [login, new Date(at), limits.most, new Date(at + limits.lockedMs)],
    );
    return row === undefined ? undefined : { login, passwordHash: row.password_hash, disabled: row.disabled };
  }

  /**
   * The password was right: what failed before is forgotten. False where it was changed or the account disabled
   * meanwhile: whoever does that waits for this row, or this waits for it.
   */
  async pass(tx: Tx, { login, passwordHash }: Attempted): Promise<boolean> {
    const rows = await tx.rows(
      `UPDATE ciyuan.staff_account SET failed_attempts = 0, locked_until = NULL
        WHERE login = $1 AND password_hash = $2 AND NOT disabled RETURNING login`,
      [login, passwordHash],
    );
    return rows.length > 0;
  }

  /** Somebody else has looked at the person; the row is held as above. */
  async passWithout(tx: Tx, login: string): Promise<boolean> {
    const rows = await tx.rows(
      `UPDATE ciyuan.staff_account SET failed_attempts = failed_attempts WHERE login = $1 AND NOT disabled
        RETURNING login`,
      [login],
    );
    return rows.length > 0;
  }
}
