import { Injectable } from '@nestjs/common';
import { Clock } from '@ciyuan/platform/clock';
import { Database } from '@ciyuan/platform/database';
import { AttemptsStore } from './attempts.store';
import type { OpenSession } from './credential';
import { Passwords } from './passwords';
import { Sessions } from './sessions';
import { loginOf } from './staff-account';

/** So many wrong passwords one after another lock an account for so long. */
export const ATTEMPTS = { most: 5, lockedMs: 15 * 60_000 };

/** Signs a person in. No login, a wrong password, a locked and a disabled account are one answer, and take as long. */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly attempts: AttemptsStore,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
  ) {}

  async run(asked: { readonly login: string; readonly password: string }): Promise<OpenSession | undefined> {
    const login = loginOf(asked.login);
    const at = this.clock.now();
    const attempted = await this.database.transaction((tx) => this.attempts.take(tx, login, at, ATTEMPTS));
    const isRight = await this.passwords.isRight(asked.password, attempted?.passwordHash);
    if (attempted === undefined || !isRight || attempted.disabled) return undefined;
    return this.database.transaction(async (tx) =>
      (await this.attempts.pass(tx, attempted)) ? this.sessions.begin(tx, login, 'password') : undefined,
    );
  }

  /** Of somebody whom an issuer that is trusted has looked at. */
  withoutPassword(asked: string): Promise<OpenSession | undefined> {
    const login = loginOf(asked);
    return this.database.transaction(async (tx) =>
      (await this.attempts.passWithout(tx, login)) ? this.sessions.begin(tx, login, 'oidc') : undefined,
    );
  }
}
