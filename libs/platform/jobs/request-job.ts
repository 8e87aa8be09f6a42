import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { Clock } from '@ciyuan/platform/clock';
import { Database, type Tx } from '@ciyuan/platform/database';
import { OutboxStore } from '@ciyuan/platform/outbox';
import { readWith, type ValueFault } from '@ciyuan/platform/validation';
import { JobKinds, type JobFlow } from './job-kind';
import type { JobRun } from './job-run';
import { JobRunsStore, type NewJobRun } from './job-runs.store';

/** What the relay is told of a request. */
export const JOB_REQUESTED = 'job.requested';

export interface JobRequest {
  readonly kind: string;
  readonly parameters: unknown;
  readonly requestedBy: string;
  /** Asking again under the same key gives the run that there is. */
  readonly requestKey?: string;
}

export type JobRequestRefusal =
  | { readonly code: 'unknown_kind' }
  | { readonly code: 'invalid_parameters'; readonly faults: readonly ValueFault[] }
  /** The key was used for other work. */
  | { readonly code: 'request_key_reused' };

const ONE_RUN: JobFlow = { children: [], totalSteps: null };

/** Puts work on record: once that is committed, it will be done or its row says why not. */
@Injectable()
export class RequestJob {
  constructor(
    private readonly database: Database,
    private readonly kinds: JobKinds,
    private readonly runs: JobRunsStore,
    private readonly outbox: OutboxStore,
    private readonly clock: Clock,
  ) {}

  async run({
    kind,
    parameters,
    requestedBy,
    requestKey,
  }: JobRequest): Promise<Result<JobRun, JobRequestRefusal>> {
    const known = this.kinds.get(kind);
    if (known === undefined) return refuse({ code: 'unknown_kind' });
    const read = readWith(known.parameters, parameters);
    if (!read.ok) return refuse({ code: 'invalid_parameters', faults: read.refusal });
    const requestedAt = this.clock.now();
    const { children, totalSteps } = (await known.flow?.(read.value)) ?? ONE_RUN;
    const asked = { kind, parameters: read.value, requestKey: requestKey ?? null, requestedBy, requestedAt };
    const run = { ...asked, parentId: null, totalSteps: children.length === 0 ? null : totalSteps };
    return this.database.retrying((tx) => this.put(tx, run, children));
  }

  /** All of a flow at once. */
  private async put(
    tx: Tx,
    run: NewJobRun,
    children: JobFlow['children'],
  ): Promise<Result<JobRun, JobRequestRefusal>> {
    const added = await this.runs.add(tx, run);
    if (added === undefined) {
      const known = await this.runs.sameRequest(tx, run);
      return known === undefined ? refuse({ code: 'request_key_reused' }) : ok(known);
    }
    const { requestedBy, requestedAt } = run;
    for (const child of children)
      await this.runs.add(tx, {
        ...child,
        requestKey: null,
        parentId: added.id,
        requestedBy,
        requestedAt,
      });
    await this.outbox.add(tx, {
      // What it tells of is this run alone, so the run's number serves for the batch's.
      batchId: added.id,
      topic: JOB_REQUESTED,
      payload: { run: added.id },
      createdAt: new Date(run.requestedAt),
    });
    return ok((await this.runs.byId(tx, added.id)) ?? added);
  }
}
