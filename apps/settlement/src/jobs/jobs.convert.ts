import { formatInstant, type Instant } from '@ciyuan/core/kernel';
import {
  JOB_ORDER,
  type JobPage,
  type JobRequest,
  type JobRequestRefusal,
  type JobRun,
} from '@ciyuan/platform/jobs';
import type { Caller, Role } from '@ciyuan/platform/auth';
import { Refused } from '@ciyuan/platform/http';
import { askedInstant, placeIn, type Listed } from '@ciyuan/platform/lists';
import type { JOB_KINDS, JobView, JobsQuery, JobsView, NewJobRequest } from './jobs.dto';

const MONEY: readonly Role[] = ['finance', 'admin'];
const ANYBODY: readonly Role[] = [...MONEY, 'operations'];

/** Who may ask for what. */
const ROLES: Readonly<Record<(typeof JOB_KINDS)[number], readonly Role[]>> = {
  settlement: MONEY,
  export: MONEY,
  focus_export: MONEY,
  renewal: ANYBODY,
  expiry: ANYBODY,
  confirmation: ANYBODY,
};

export function requestOf(
  { kind, parameters, requestKey }: NewJobRequest,
  { role, subject }: Caller,
): JobRequest {
  if (!ROLES[kind].includes(role))
    throw new Refused('forbidden', 'role_not_allowed', `The role ${role} may not ask for ${kind}.`);
  return { kind, parameters, requestedBy: subject, ...(requestKey !== undefined && { requestKey }) };
}

export function refusedRequest(refusal: JobRequestRefusal): Refused {
  switch (refusal.code) {
    case 'unknown_kind':
      return new Refused('malformed', 'invalid_request', 'kind: there is no such work', [
        { path: 'kind', code: 'unknown_kind' },
      ]);
    case 'invalid_parameters': {
      const faults = refusal.faults.map((fault) => ({ ...fault, path: pathOf(fault.path) }));
      return new Refused('malformed', 'invalid_request', `${faults[0]?.path}: ${faults[0]?.detail}`, faults);
    }
    case 'request_key_reused':
      return new Refused('conflict', refusal.code, 'requestKey: it was used for another job.', [
        { path: 'requestKey', code: refusal.code },
      ]);
  }
}

const pathOf = (path: string): string => (path === '' ? 'parameters' : `parameters.${path}`);

export const unknownJob = (): Refused =>
  new Refused('not_found', 'unknown_job', 'There is no job of this id.');

export const pageOf = ({ requestedFrom, requestedUntil, after, ...filters }: JobsQuery): JobPage => ({
  ...filters,
  ...placeIn(JOB_ORDER, { ...filters, after }),
  requestedFrom: askedInstant(requestedFrom),
  requestedUntil: askedInstant(requestedUntil),
});

export const jobsOf = ({ items, next }: Listed<JobRun>): JobsView => ({ jobs: items.map(jobOf), next });

export const jobOf = (run: JobRun): JobView => ({
  id: run.id,
  kind: run.kind,
  parent: run.parentId,
  children: run.children,
  parameters: run.parameters,
  state: run.state,
  progress: { done: run.doneSteps, total: run.totalSteps },
  result: run.result,
  error: run.error,
  attempts: run.attempts,
  requestedBy: run.requestedBy,
  requestedAt: formatInstant(run.requestedAt),
  startedAt: instantOrNull(run.startedAt),
  finishedAt: instantOrNull(run.finishedAt),
});

const instantOrNull = (instant: Instant | null): string | null =>
  instant === null ? null : formatInstant(instant);
