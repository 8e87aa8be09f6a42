import type { Instant } from '@ciyuan/core/kernel';

export const JOB_STATES = ['queued', 'running', 'done', 'failed'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** One piece of work: what was asked for, and where it stands. */
export interface JobRun {
  readonly id: number;
  readonly kind: string;
  /** The run that begins once this one and its siblings have ended. */
  readonly parentId: number | null;
  /** How many runs this one waits for, or has waited for. */
  readonly children: number;
  readonly parameters: unknown;
  readonly requestKey: string | null;
  readonly state: JobState;
  /** Its own and those of its children. */
  readonly doneSteps: number;
  /** Null while nobody knows how much there is to do. */
  readonly totalSteps: number | null;
  readonly result: unknown;
  /** Why the last attempt did not come to its end. */
  readonly error: string | null;
  readonly attempts: number;
  readonly requestedBy: string;
  readonly requestedAt: Instant;
  /** Of the latest attempt. */
  readonly startedAt: Instant | null;
  readonly finishedAt: Instant | null;
}

/** How the queue knows a run: BullMQ keeps bare numbers for itself. */
export const jobIdOf = (runId: number): string => `run-${runId}`;
