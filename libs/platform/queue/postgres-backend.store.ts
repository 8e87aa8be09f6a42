import { FlowProducer, Queue, Worker, createPostgresBackend, type PgPool } from 'bullmq';
import { Pool } from 'pg';
import { QUEUE_SCHEMA } from './queue-tables.store';
import { QUEUE_NAME, WORKER_OPTIONS, type QueueBackend } from './queue-backend';

/** One of them listens for as long as there is a worker. */
const CONNECTIONS = 5;
const KEEP_ALIVE_AFTER_MS = 10_000;

/**
 * BullMQ in the database itself, over one pool of its own. A commit is not waited for until it is on the disk: a job
 * that a crash takes from the queue is put there again by its row.
 */
export function postgresBackend(databaseUrl: string): QueueBackend {
  const pool = new Pool({
    connectionString: databaseUrl,
    max: CONNECTIONS,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_AFTER_MS,
    options: `-c search_path=${QUEUE_SCHEMA} -c synchronous_commit=off`,
  });
  // Whoever uses a broken connection next is told; nobody hearing of it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  // The same pool; its overloads are more than BullMQ's description of it says.
  const connection = pool as unknown as PgPool;
  return {
    producer: () => new Queue(QUEUE_NAME, { connection }, createPostgresBackend),
    flows: () => new FlowProducer({ connection }, createPostgresBackend),
    consumer: (process) =>
      new Worker(QUEUE_NAME, process, { connection, ...WORKER_OPTIONS }, createPostgresBackend),
    // A pool connects when it is asked to, and nobody asks.
    abandon: () => undefined,
    close: () => pool.end(),
  };
}
