export { JobQueue, type JobData, type NewJob, type Processor, type QueuedJob } from './job-queue';
export { makeQueueTables } from './queue-tables.store';
export { QueueModule } from './queue.module';
