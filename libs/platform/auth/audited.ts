import { Injectable, SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AuditTrail, type AuditedBy } from '@ciyuan/platform/audit';
import type { Credential } from './credential';

export const USAGE_OF_SYSTEMS = 'ciyuan:usage-of-systems';

/** What systems report by themselves all day: it is on record as what it is, and nobody's decision. */
export const UsageOfSystems = (): CustomDecorator => SetMetadata(USAGE_OF_SYSTEMS, true);

/** Brings requests to the audit log, and what they are answered. */
@Injectable()
export class Audited {
  constructor(private readonly trail: AuditTrail) {}

  /** Of somebody who was let in. */
  async by(request: FastifyRequest, { caller, kind, id }: Credential): Promise<void> {
    const { subject, role, person = null } = caller;
    await this.note(request, { credential: kind, credentialId: id, subject, person, role });
  }

  /** Of somebody who says to be `login`, and is not in yet. */
  async signIn(request: FastifyRequest, login: string | null): Promise<void> {
    const nobody = { credentialId: null, subject: null, role: null };
    await this.note(request, { credential: 'sign_in', person: login, ...nobody });
  }

  private async note(request: FastifyRequest, who: AuditedBy): Promise<void> {
    const number = await this.trail.asked({
      ...who,
      method: request.method,
      route: request.routeOptions.url ?? '',
      parameters: (request.params ?? {}) as Record<string, unknown>,
      body: request.body,
      received: request.receivedBody,
    });
    request.noteAnswer = (answer) => this.trail.answered(number, answer);
  }
}
