import {
  SetMetadata,
  createParamDecorator,
  type CustomDecorator,
  type ExecutionContext,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Caller, Role } from './caller';

export const ALLOWED_ROLES = 'ciyuan:roles';
export const OPEN_TO_ALL = 'ciyuan:open';

export interface AuthenticatedRequest extends FastifyRequest {
  caller?: Caller;
}

/** Who may call a route. A route that names nobody answers nobody. */
export const Roles = (...roles: readonly Role[]): CustomDecorator => SetMetadata(ALLOWED_ROLES, roles);

/** A route that needs no key. */
export const OpenToAll = (): CustomDecorator => SetMetadata(OPEN_TO_ALL, true);

/** The caller of an authenticated route. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<AuthenticatedRequest>();
  if (caller === undefined) throw new Error('a route that asks for its caller must name its roles');
  return caller;
});
