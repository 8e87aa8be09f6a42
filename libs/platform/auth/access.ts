import {
  SetMetadata,
  createParamDecorator,
  type CustomDecorator,
  type ExecutionContext,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Refused } from '@ciyuan/platform/http';
import type { Caller, Role } from './caller';
import type { SignedIn } from './credential';

export const ALLOWED_ROLES = 'ciyuan:roles';
export const OPEN_TO_ALL = 'ciyuan:open';
export const BEFORE_PASSWORD_CHANGE = 'ciyuan:before-password-change';

export interface AuthenticatedRequest extends FastifyRequest {
  caller?: Caller;
  /** Of a person who is signed in. */
  signedIn?: SignedIn;
}

/** Who may call a route. A route that names nobody answers nobody. */
export const Roles = (...roles: readonly Role[]): CustomDecorator => SetMetadata(ALLOWED_ROLES, roles);

/** A route that needs no key. */
export const OpenToAll = (): CustomDecorator => SetMetadata(OPEN_TO_ALL, true);

/** A route for somebody, too, who has to choose another password first. */
export const BeforePasswordChange = (): CustomDecorator => SetMetadata(BEFORE_PASSWORD_CHANGE, true);

/** The caller of an authenticated route. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<AuthenticatedRequest>();
  if (caller === undefined) throw new Error('a route that asks for its caller must name its roles');
  return caller;
});

/** The person who is signed in; a key is nobody who could be. */
export const CurrentSession = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn => {
  const { signedIn } = context.switchToHttp().getRequest<AuthenticatedRequest>();
  if (signedIn === undefined)
    throw new Refused('unauthenticated', 'not_signed_in', 'A key is not signed in; a person is.');
  return signedIn;
});
