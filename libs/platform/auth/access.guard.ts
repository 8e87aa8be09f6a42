import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Refused } from '@ciyuan/platform/http';
import { ALLOWED_ROLES, BEFORE_PASSWORD_CHANGE, OPEN_TO_ALL, type AuthenticatedRequest } from './access';
import { Audited, USAGE_OF_SYSTEMS } from './audited';
import type { Role } from './caller';
import { Credentials, isHarmless } from './credentials';

/** Every route: finds whose key or whose session it is, and whether that role may call. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly credentials: Credentials,
    private readonly audited: Audited,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    const said = <T>(what: string): T | undefined => this.reflector.getAllAndOverride<T>(what, targets);
    if (said<boolean>(OPEN_TO_ALL)) return true;
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const { credential, signedIn } = await this.credentials.of(request);
    const { caller } = credential;
    const isUsage = credential.kind === 'key' && said<boolean>(USAGE_OF_SYSTEMS);
    if (!isHarmless(request) && !isUsage) await this.audited.by(request, credential);
    // Long posts need not be held twice.
    request.receivedBody = undefined;
    this.credentials.requireCsrfToken(request, credential);
    if (signedIn !== undefined) request.signedIn = signedIn;
    if (signedIn?.mustChangePassword && !said<boolean>(BEFORE_PASSWORD_CHANGE))
      throw new Refused('forbidden', 'password_change_required', 'Choose another password first.');
    if (!(said<readonly Role[]>(ALLOWED_ROLES) ?? []).includes(caller.role)) {
      throw new Refused('forbidden', 'role_not_allowed', `The role ${caller.role} may not do this.`);
    }
    request.caller = caller;
    return true;
  }
}
