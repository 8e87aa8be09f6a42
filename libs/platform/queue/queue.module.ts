import { Module } from '@nestjs/common';
import { Config } from '@ciyuan/platform/config';
import { BullQueue } from './bull-queue';
import { JobQueue } from './job-queue';
import { postgresBackend } from './postgres-backend.store';
import type { QueueBackend } from './queue-backend';
import { redisBackend } from './redis-backend';

/** Redis where the configuration names one, else the database itself. */
function backendOf({ databaseUrl, redisUrl }: Config): QueueBackend {
  if (redisUrl !== undefined) return redisBackend(redisUrl);
  if (databaseUrl === undefined) throw new Error('a queue needs a Redis or a database');
  return postgresBackend(databaseUrl);
}

/** The process's one queue. Whoever works with it closes it: nothing may run when it ends. */
@Module({
  providers: [
    {
      provide: JobQueue,
      inject: [Config],
      useFactory: (config: Config) => new BullQueue(() => backendOf(config)),
    },
  ],
  exports: [JobQueue],
})
export class QueueModule {}
