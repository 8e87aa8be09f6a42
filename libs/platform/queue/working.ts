import { setTimeout as pause } from 'node:timers/promises';
import type { Processor } from './job-queue';
import type { ConsumedJob, Consumer, QueueBackend } from './queue-backend';

/** How long BullMQ may take to let go once no job is at work. */
const GRACE_MS = 2_000;

/** The side of the queue that jobs are taken out at. */
export class Working {
  private readonly atWork = new Set<Promise<void>>();
  private readonly consumer: Consumer;

  constructor(
    private readonly backend: QueueBackend,
    processor: Processor,
    complain: (error: Error) => void,
  ) {
    this.consumer = backend.consumer((job) => this.process(processor, job));
    this.consumer.on('error', complain);
  }

  /** BullMQ would wait for what its worker listens to: without end, where that is not there. */
  async close(): Promise<void> {
    const closed = this.consumer.close();
    do await Promise.allSettled(this.atWork);
    while (!(await within(closed, GRACE_MS)) && this.atWork.size > 0);
    if (await within(closed, 0)) return;
    this.backend.abandon();
    await within(closed, GRACE_MS);
  }

  private process(processor: Processor, job: ConsumedJob): Promise<void> {
    const work = processor(queued(job)).finally(() => this.atWork.delete(work));
    this.atWork.add(work);
    return work;
  }
}

const queued = (job: ConsumedJob): Parameters<Processor>[0] => ({
  id: job.id ?? '',
  name: job.name,
  data: job.data,
  report: (doneSteps, totalSteps) => job.updateProgress({ doneSteps, totalSteps }),
});

/** Whether it is over by then, however it ended. */
async function within(ending: Promise<unknown>, patienceMs: number): Promise<boolean> {
  const patience = new AbortController();
  const over = ending.then(
    () => true,
    () => true,
  );
  const late = pause(patienceMs, false, { signal: patience.signal }).catch(() => false);
  return Promise.race([over, late]).finally(() => patience.abort());
}
