import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Refused } from '@ciyuan/platform/http';
import { ALLOWED_ROLES, OPEN_TO_ALL, type AuthenticatedRequest } from './access';
import { ApiKeys } from './api-keys';
import type { Role } from './caller';

/** The scheme of the header is named in any case (RFC 9110). */
const BEARER = /^Bearer ([\x21-\x7e]{1,200})$/i;

/** Every route: finds whose key it is, and whether its role may call. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly keys: ApiKeys,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(OPEN_TO_ALL, targets)) return true;
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const key = BEARER.exec(request.headers.authorization ?? '')?.[1];
    const caller = key === undefined ? undefined : await this.keys.callerOf(key);
    if (caller === undefined) {
      throw new Refused(
        'unauthenticated',
        'key_missing_or_unknown',
        'Send a valid key: Authorization: Bearer …',
      );
    }
    const allowed =
      this.reflector.getAllAndOverride<readonly Role[] | undefined>(ALLOWED_ROLES, targets) ?? [];
    if (!allowed.includes(caller.role)) {
      throw new Refused('forbidden', 'role_not_allowed', `The role ${caller.role} may not do this.`);
    }
    request.caller = caller;
    return true;
  }
}
