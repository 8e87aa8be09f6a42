import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Refused } from '@ciyuan/platform/http';
import { ApiKeys } from './api-keys';
import type { Credential, SignedIn } from './credential';
import { sessionTokenOf } from './session-cookie';
import { isCsrfToken } from './session-token';
import { Sessions } from './sessions';

/** The scheme of the header is named in any case (RFC 9110). */
const BEARER = /^Bearer ([\x21-\x7e]{1,200})$/i;
/** What changes nothing may be asked for by any page. */
const HARMLESS = ['GET', 'HEAD', 'OPTIONS'];
const CSRF_HEADER = 'x-csrf-token';

export interface Presented {
  readonly credential: Credential;
  readonly signedIn?: SignedIn;
}

/** What a request shows of itself: a key in its header, else the cookie of a session. */
@Injectable()
export class Credentials {
  constructor(
    private readonly keys: ApiKeys,
    private readonly sessions: Sessions,
  ) {}

  /** Refuses whoever shows nothing that is valid. A header that is wrong is not made up for by a cookie. */
  async of(request: FastifyRequest): Promise<Presented> {
    const { authorization } = request.headers;
    const token = sessionTokenOf(request);
    if (authorization === undefined && token !== undefined) return this.ofSession(request, token);
    const key = BEARER.exec(authorization ?? '')?.[1];
    const credential = key === undefined ? undefined : await this.keys.credentialOf(key);
    if (credential !== undefined) return { credential };
    throw new Refused(
      'unauthenticated',
      'key_missing_or_unknown',
      'Send a valid key: Authorization: Bearer …, or sign in.',
    );
  }

  private async ofSession(request: FastifyRequest, token: string): Promise<Presented> {
    const signedIn = await this.sessions.find(token);
    if (signedIn === undefined)
      throw new Refused('unauthenticated', 'session_ended', 'The session has ended: sign in again.');
    const { caller, sessionId: id } = signedIn;
    return { credential: { caller, kind: 'session', id }, signedIn };
  }

  /** What changes something by a cookie alone could be another site's page. */
  requireCsrfToken(request: FastifyRequest, { kind }: Credential): void {
    if (kind === 'key' || isHarmless(request)) return;
    const given = request.headers[CSRF_HEADER];
    const token = sessionTokenOf(request) ?? '';
    if (typeof given === 'string' && isCsrfToken(token, given)) return;
    throw new Refused(
      'forbidden',
      'csrf_token_missing',
      'What changes something needs the session’s csrfToken in the header x-csrf-token.',
    );
  }
}

export const isHarmless = ({ method }: FastifyRequest): boolean => HARMLESS.includes(method);
