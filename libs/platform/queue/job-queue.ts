export type JobData = Readonly<Record<string, string | number>>;

export interface NewJob {
  /** No two jobs of one id are in the queue at a time. Not a number: BullMQ keeps those for itself. */
  readonly id: string;
  readonly name: string;
  readonly data: JobData;
  /** How often the queue gives it to a worker that throws, and how long it first waits; the pauses double. */
  readonly attempts: number;
  readonly pauseMs: number;
}

export interface QueuedJob {
  readonly id: string;
  readonly name: string;
  readonly data: JobData;
  /** Shows others how far it is. */
  report(doneSteps: number, totalSteps: number | null): Promise<void>;
}

/** Throwing means: again later. */
export type Processor = (job: QueuedJob) => Promise<void>;

/**
 * Tells workers of work. It may forget a job or give it out twice: what is true of a piece of work stands in its row.
 * A job that has ended leaves nothing behind, so its id may come again.
 */
export abstract class JobQueue {
  /** Adding what is in the queue already changes nothing, but that it waits for no others any more. */
  abstract add(job: NewJob): Promise<void>;
  /** Adds all of them at once, or none: the parent is given out when its children have left the queue, however. */
  abstract addFlow(parent: NewJob, children: readonly NewJob[]): Promise<void>;
  /** Waiting, or being worked on. */
  abstract has(jobId: string): Promise<boolean>;
  /** Waiting until others have left the queue. */
  abstract isHeld(jobId: string): Promise<boolean>;
  /** Begins to work, a few jobs at a time; to be called once. */
  abstract work(processor: Processor): void;
  /** Takes no more jobs, waits for those at work, and lets go of every connection. */
  abstract close(): Promise<void>;
}
