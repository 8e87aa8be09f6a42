import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '@ciyuan/platform/clock';
import { Database } from '@ciyuan/platform/database';
import { AuditEntriesStore } from './audit-entries.store';
import type { AuditedAnswer, AuditedRequest } from './audit-entry';
import { keptBody } from './kept-body';
import { storable } from './storable';

/** What a request without parameters is about, by the first of these that its body has. */
const SUBJECTS = ['code', 'login', 'account', 'month', 'runId', 'kind'];

/**
 * Writes down what is asked before it is done: what cannot be written down is not done. How it ended is added when the
 * answer is known; where that fails, the answer goes out all the same, for what was done is done, and the entry stays
 * without an end for everybody to see.
 */
@Injectable()
export class AuditTrail {
  private readonly logger = new Logger('audit');

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly entries: AuditEntriesStore,
  ) {}

  /** In a transaction of its own; gives the entry's number. */
  asked({ body, received, ...request }: AuditedRequest): Promise<number> {
    const { credentialId: credential_id, ...same } = request;
    return this.append({
      kind: 'request',
      ...same,
      credential_id,
      object: objectOf(request.parameters, body),
      ...keptBody(body, received),
    });
  }

  async answered(number: number, { status, problem }: AuditedAnswer): Promise<void> {
    try {
      await this.append({ kind: 'answer', answers: number, status, problem });
    } catch (error) {
      this.logger.error(`the answer ${status} to entry ${number} could not be written: ${String(error)}`);
    }
  }

  private append(entry: Readonly<Record<string, unknown>>): Promise<number> {
    const at = new Date(this.clock.now()).toISOString();
    const kept = storable({ ...entry, at }) as Record<string, unknown>;
    return this.database.retrying((tx) => this.entries.append(tx, kept));
  }
}

function objectOf(parameters: Readonly<Record<string, unknown>>, body: unknown): string {
  const named = Object.values(parameters).map(String);
  if (named.length > 0) return named.join('/');
  if (typeof body !== 'object' || body === null) return '';
  const said = body as Readonly<Record<string, unknown>>;
  const first = SUBJECTS.map((name) => said[name]).find(
    (value) => typeof value === 'string' || typeof value === 'number',
  );
  return first === undefined ? '' : String(first);
}
