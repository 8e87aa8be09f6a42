import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';

/** Argon2id, which the package takes by itself, with what OWASP asks at least: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const ONE_TIME_BYTES = 15;

/** Hashes passwords, and looks whether one is right: some 20 ms each, off the event loop. */
@Injectable()
export class Passwords {
  /** Nobody's: what is compared where there is no account, so that an answer takes as long. */
  private nobodys: Promise<string> | undefined;

  hashOf(password: string): Promise<string> {
    return hash(password.normalize('NFKC'), COST);
  }

  /** Of nobody's hash, never true. */
  async isRight(password: string, stored: string | undefined): Promise<boolean> {
    this.nobodys ??= hash(randomBytes(ONE_TIME_BYTES), COST);
    const isSame = await verify(stored ?? (await this.nobodys), password.normalize('NFKC'));
    return isSame && stored !== undefined;
  }

  /** 120 random bits: to be said once, and to be changed. */
  oneTime(): string {
    return randomBytes(ONE_TIME_BYTES).toString('base64url');
  }
}
