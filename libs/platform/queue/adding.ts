import type { JobsOptions } from 'bullmq';
import type { NewJob } from './job-queue';
import { Opened } from './opened';
import { QUEUE_NAME, type FlowAdder, type Producer, type QueueBackend } from './queue-backend';

const ENDED = ['completed', 'failed', 'unknown'];
const HELD = 'waiting-children';

/** The side of the queue that jobs are put in at. */
export class Adding {
  private readonly producer: Opened<Producer>;
  private readonly flows: Opened<FlowAdder>;

  constructor(backend: () => QueueBackend, complain: (error: Error) => void) {
    this.producer = new Opened(() => backend().producer(), complain);
    this.flows = new Opened(() => backend().flows(), complain);
  }

  async add(job: NewJob): Promise<void> {
    await this.producer.use(async (producer) => {
      // What it waited for is over, or is in the queue no more.
      if ((await producer.getJobState(job.id)) === HELD) await producer.remove(job.id);
      await producer.add(job.name, job.data, optionsOf(job));
    });
  }

  async addFlow(parent: NewJob, children: readonly NewJob[]): Promise<void> {
    const nodes = children.map((child) => ({
      ...nodeOf(child),
      // Whatever becomes of a child is in its row: the parent is given out, and finds it there.
      opts: { ...optionsOf(child), ignoreDependencyOnFailure: true },
    }));
    await this.flows.use((flows) => flows.add({ ...nodeOf(parent), children: nodes }));
  }

  /** What has ended and is still there would stop the id from coming again: it is taken out. */
  has(jobId: string): Promise<boolean> {
    return this.producer.use(async (producer) => {
      const state = await producer.getJobState(jobId);
      if (!ENDED.includes(state)) return true;
      if (state !== 'unknown') await producer.remove(jobId);
      return false;
    });
  }

  isHeld(jobId: string): Promise<boolean> {
    return this.producer.use(async (producer) => (await producer.getJobState(jobId)) === HELD);
  }

  async close(): Promise<void> {
    await Promise.all([this.producer.close(), this.flows.close()]);
  }
}

const optionsOf = ({ id, attempts, pauseMs }: NewJob): JobsOptions => ({
  jobId: id,
  attempts,
  backoff: { type: 'exponential', delay: pauseMs },
  removeOnComplete: true,
  removeOnFail: true,
});

const nodeOf = (job: NewJob) => ({
  name: job.name,
  queueName: QUEUE_NAME,
  data: job.data,
  opts: optionsOf(job),
});
