import { FlowProducer, Queue, Worker } from 'bullmq';
import { QUEUE_NAME, WORKER_OPTIONS, type QueueBackend } from './queue-backend';

/** Keys of other users of the same Redis begin otherwise. */
const PREFIX = 'ciyuan';
const LONGEST_PAUSE_MS = 2_000;

/**
 * BullMQ on Redis. Whoever adds a job is told soon that Redis is not there, and tries again later; a worker waits for
 * it to come back.
 */
export function redisBackend(url: string): QueueBackend {
  let isAbandoned = false;
  const retryStrategy = (times: number): number | null =>
    isAbandoned ? null : Math.min(50 * 2 ** times, LONGEST_PAUSE_MS);
  return {
    producer: () =>
      new Queue(QUEUE_NAME, {
        connection: { url, retryStrategy, maxRetriesPerRequest: 1 },
        prefix: PREFIX,
        skipWaitingForReady: true,
      }),
    flows: () =>
      new FlowProducer({
        connection: { url, retryStrategy, maxRetriesPerRequest: 1 },
        prefix: PREFIX,
        skipWaitingForReady: true,
      }),
    consumer: (process) =>
      new Worker(QUEUE_NAME, process, {
        connection: { url, retryStrategy, maxRetriesPerRequest: null },
        prefix: PREFIX,
        ...WORKER_OPTIONS,
      }),
    abandon: () => {
      isAbandoned = true;
    },
    // Its connections belong to the two, which close them.
    close: () => Promise.resolve(),
  };
}
