import type { FastifyReply, FastifyRequest } from 'fastify';
import { Injectable, Optional } from '@nestjs/common';
import { Config, SIGN_IN } from '@ciyuan/platform/config';
import { isToken } from './session-token';

export const SESSION_COOKIE = 'ciyuan_session';

/** The token of the request's cookie, if it looks like one. */
export function sessionTokenOf({ cookies }: FastifyRequest): string | undefined {
  const token = cookies[SESSION_COOKIE];
  return token !== undefined && isToken(token) ? token : undefined;
}

/** Gives a browser its cookie, and takes it back. No script reads it; no other site's page sends it. */
@Injectable()
export class SessionCookie {
  private readonly isSecure: boolean;

  constructor(@Optional() config?: Config) {
    this.isSecure = (config?.signIn ?? SIGN_IN).secureCookies;
  }

  /** Of a request that was let in by its session. */
  tokenOf(request: FastifyRequest): string {
    const token = sessionTokenOf(request);
    if (token === undefined) throw new Error('somebody is signed in without a cookie');
    return token;
  }

  give(request: FastifyRequest, reply: FastifyReply, token: string): void {
    void reply.setCookie(SESSION_COOKIE, token, { ...this.attributes(request), sameSite: 'strict' });
  }

  take(request: FastifyRequest, reply: FastifyReply): void {
    void reply.clearCookie(SESSION_COOKIE, { ...this.attributes(request), sameSite: 'strict' });
  }

  /** Without an age: a browser that is closed forgets it. */
  attributes({ protocol }: FastifyRequest): { path: string; httpOnly: true; secure: boolean } {
    return { path: '/', httpOnly: true, secure: this.isSecure || protocol === 'https' };
  }
}
