import type { FlowJob, JobProgress, JobsOptions } from 'bullmq';
import type { JobData } from './job-queue';

/** What is used of BullMQ's Queue, Worker and Job; their own types differ by what they run on. */
export interface Producer {
  add(name: string, data: JobData, options: JobsOptions): Promise<unknown>;
  getJobState(jobId: string): Promise<string>;
  remove(jobId: string): Promise<number>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  close(): Promise<void>;
}

/** What is used of BullMQ's FlowProducer. */
export interface FlowAdder {
  add(flow: FlowJob): Promise<unknown>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  close(): Promise<void>;
}

export interface Consumer {
  on(event: 'error', listener: (error: Error) => void): unknown;
  close(): Promise<void>;
}

export interface ConsumedJob {
  readonly id?: string | undefined;
  readonly name: string;
  readonly data: JobData;
  updateProgress(progress: JobProgress): Promise<void>;
}

/** What BullMQ runs on. */
export interface QueueBackend {
  producer(): Producer;
  flows(): FlowAdder;
  consumer(process: (job: ConsumedJob) => Promise<void>): Consumer;
  /** What is not connected now is not to connect any more. */
  abandon(): void;
  /** After its producer and consumer are closed. */
  close(): Promise<void>;
}

export const QUEUE_NAME = 'ciyuan-jobs';

/**
 * A worker that is gone is noticed after half a minute. How often work may fail is decided by its row: to the queue a
 * job may go astray any number of times.
 */
export const WORKER_OPTIONS = { concurrency: 2, maxStalledCount: 1_000_000 };
