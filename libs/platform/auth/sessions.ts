import { Injectable, Optional } from '@nestjs/common';
import type { Instant } from '@ciyuan/core/kernel';
import { Clock } from '@ciyuan/platform/clock';
import { Config, SIGN_IN } from '@ciyuan/platform/config';
import { Database, type Tx } from '@ciyuan/platform/database';
import type { Caller } from './caller';
import type { OpenSession, SignedIn } from './credential';
import { digestOfToken, newToken } from './session-token';
import { SessionsStore, type SessionRow, type SessionEnd, type SignInMethod } from './sessions.store';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
/** A session's row is written so often while it is idle-timed, and not by every request. */
const SEEN_PARTS = 30;

/** Who is signed in. A role, a party and a password that must be changed are those of now, not of the signing in. */
@Injectable()
export class Sessions {
  private readonly idleMs: number;
  private readonly longestMs: number;

  constructor(
    private readonly database: Database,
    private readonly store: SessionsStore,
    private readonly clock: Clock,
    @Optional() config?: Config,
  ) {
    const { idleMinutes, hours } = config?.signIn ?? SIGN_IN;
    this.idleMs = idleMinutes * MINUTE_MS;
    this.longestMs = hours * HOUR_MS;
  }

  /** Begins a session of an account that may sign in. */
  async begin(tx: Tx, login: string, method: SignInMethod): Promise<OpenSession> {
    const now = this.clock.now();
    const token = newToken();
    const digest = digestOfToken(token);
    await this.store.insert(tx, { digest, login, method, beganAt: now, expiresAt: now + this.longestMs });
    const row = await this.store.find(tx, digest);
    if (row === undefined) throw new Error('a session was begun for nobody');
    return { token, signedIn: this.signedIn(row, now) };
  }

  /** Who is signed in by this token; undefined where nobody is any more. */
  find(token: string): Promise<SignedIn | undefined> {
    return this.database.transaction(async (tx) => {
      const row = await this.store.find(tx, digestOfToken(token));
      const now = this.clock.now();
      if (row === undefined || now >= Math.min(row.expiresAt, row.seenAt + this.idleMs)) return undefined;
      if (now - row.seenAt >= this.idleMs / SEEN_PARTS) await this.store.seen(tx, row.id, now);
      return this.signedIn(row, now);
    });
  }

  end(sessionId: number): Promise<void> {
    return this.database.transaction((tx) => this.store.end(tx, sessionId, this.clock.now()));
  }

  /** Of a person, wherever it is signed in. */
  endAllOf(tx: Tx, login: string, why: SessionEnd): Promise<void> {
    return this.store.endAllOf(tx, login, this.clock.now(), why);
  }

  private signedIn(row: SessionRow, now: Instant): SignedIn {
    return {
      sessionId: row.id,
      login: row.login,
      displayName: row.displayName,
      caller: callerOf(row),
      mustChangePassword: row.mustChange && row.method === 'password',
      expiresAt: Math.min(row.expiresAt, now + this.idleMs),
    };
  }
}

const callerOf = ({ role, party, login }: SessionRow): Caller => ({
  role,
  subject: party ?? login,
  person: login,
});
