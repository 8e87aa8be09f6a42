import type { NewJob } from './job-queue';
import type { Producer, QueueBackend } from './queue-backend';

const ENDED = ['completed', 'failed', 'unknown'];

/** The side of the queue that jobs are put in at. */
export class Adding {
  private producer: Producer | undefined;

  constructor(
    private readonly backend: () => QueueBackend,
    private readonly complain: (error: Error) => void,
  ) {}

  async add({ id, name, data, attempts, pauseMs }: NewJob): Promise<void> {
    const backoff = { type: 'exponential', delay: pauseMs };
    const options = { jobId: id, attempts, backoff, removeOnComplete: true, removeOnFail: true };
    await this.use((producer) => producer.add(name, data, options));
  }

  /** What has ended and is still there would stop the id from coming again: it is taken out. */
  has(jobId: string): Promise<boolean> {
    return this.use(async (producer) => {
      const state = await producer.getJobState(jobId);
      if (!ENDED.includes(state)) return true;
      if (state !== 'unknown') await producer.remove(jobId);
      return false;
    });
  }

  async close(): Promise<void> {
    await this.producer?.close();
  }

  /** BullMQ does not get over a first connection that failed: after a fault it begins anew. */
  private async use<T>(work: (producer: Producer) => Promise<T>): Promise<T> {
    const producer = (this.producer ??= this.opened());
    try {
      return await work(producer);
    } catch (error) {
      if (this.producer === producer) this.producer = undefined;
      void producer.close().catch(() => undefined);
      throw error;
    }
  }

  private opened(): Producer {
    const producer = this.backend().producer();
    producer.on('error', this.complain);
    return producer;
  }
}
