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

/** A part of work that is to end before the rest of it begins: a run of its own. */
export interface JobChild {
  readonly kind: string;
  readonly parameters: unknown;
  /** How much there is to do, as far as is known. */
  readonly totalSteps: number | null;
}

/** What has to be done first, and how much is left then. */
export interface JobFlow {
  readonly children: readonly JobChild[];
  readonly totalSteps: number | null;
}

/**
 * A kind of work, registered by the application that does it. It may be begun again after it has broken off anywhere,
 * its last commit included, and then has to come to the same end.
 */
export interface JobKind<Parameters = unknown> {
  readonly kind: string;
  readonly parameters: z.ZodType<Parameters>;
  /**
   * Asked once, when the work is asked for: what is done before it, each part by whoever is free. Without it, or
   * without children, the work is one run. What is missing of it when the run begins is the run's to find.
   */
  flow?(parameters: Parameters): Promise<JobFlow>;
  /** The result is stored as JSON. Throwing means: try again. */
  run(parameters: Parameters, context: JobContext): Promise<Result<object, JobRefusal>>;
}

/** The kinds that this process knows, by their names. */
export abstract class JobKinds {
  abstract get(kind: string): JobKind | undefined;
}
