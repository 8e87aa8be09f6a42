import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { Clock } from '@ciyuan/platform/clock';
import { Database } from '@ciyuan/platform/database';
import { AttemptsStore } from './attempts.store';
import type { OpenSession } from './credential';
import { Passwords } from './passwords';
import { Sessions } from './sessions';
import { ATTEMPTS } from './sign-in';
import { StaffAccountsStore } from './staff-accounts.store';

export interface PasswordChange {
  readonly login: string;
  readonly current: string;
  readonly next: string;
}

/** A person's own password. Every session ends, and one begins anew for whoever changed it. */
@Injectable()
export class ChangeOwnPassword {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly attempts: AttemptsStore,
    private readonly passwords: Passwords,
    private readonly accounts: StaffAccountsStore,
    private readonly sessions: Sessions,
  ) {}

  async run({
    login,
    current,
    next,
  }: PasswordChange): Promise<Result<OpenSession, 'wrong_password' | 'same'>> {
    const at = this.clock.now();
    const attempted = await this.database.transaction((tx) => this.attempts.take(tx, login, at, ATTEMPTS));
    const isRight = await this.passwords.isRight(current, attempted?.passwordHash);
    if (!isRight || attempted === undefined || attempted.disabled) return refuse('wrong_password');
    if (await this.passwords.isRight(next, attempted.passwordHash)) return refuse('same');
    const passwordHash = await this.passwords.hashOf(next);
    return this.database.transaction(async (tx) => {
      const signature = { by: login, at };
      await this.accounts.setPassword(tx, login, { passwordHash, mustChange: false }, signature);
      await this.sessions.endAllOf(tx, login, 'password_changed');
      return ok(await this.sessions.begin(tx, login, 'password'));
    });
  }
}
