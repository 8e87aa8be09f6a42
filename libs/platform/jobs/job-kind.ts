import type { z } from 'zod';
import type { Result } from '@ciyuan/core/kernel';

/** Told by long work of how far it is; null while nobody knows how much there is. Throws where it is to break off. */
export type Progress = (doneSteps: number, totalSteps: number | null) => Promise<void>;

/** Why work cannot be done as things are: trying again as it is would change nothing. */
export interface JobRefusal {
  readonly code: string;
  readonly detail: string;
}

export interface JobContext {
  /** The row's id: the same each time that the work is begun. */
  readonly runId: number;
  readonly requestedBy: string;
  readonly progress: Progress;
}

/**
 * A kind of work, registered by the application that does it. It may be begun again after it has broken off anywhere,
 * its last commit included, and then has to come to the same end.
 */
export interface JobKind<Parameters = unknown> {
  readonly kind: string;
  readonly parameters: z.ZodType<Parameters>;
  /** The result is stored as JSON. Throwing means: try again. */
  run(parameters: Parameters, context: JobContext): Promise<Result<object, JobRefusal>>;
}

/** The kinds that this process knows, by their names. */
export abstract class JobKinds {
  abstract get(kind: string): JobKind | undefined;
}
