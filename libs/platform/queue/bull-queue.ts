import { Logger } from '@nestjs/common';
import { Adding } from './adding';
import { JobQueue, type NewJob, type Processor } from './job-queue';
import type { QueueBackend } from './queue-backend';
import { Working } from './working';

const MINUTE_MS = 60_000;

/** The queue on BullMQ. Connects when it is first used, so that a process that uses none has no connection. */
export class BullQueue extends JobQueue {
  private readonly logger = new Logger(BullQueue.name);
  private readonly adding: Adding;
  private working: Working | undefined;
  private backend: QueueBackend | undefined;
  private isClosing = false;
  private readonly saidAt = new Map<string, number>();

  constructor(private readonly open: () => QueueBackend) {
    super();
    this.adding = new Adding(() => this.opened(), this.complain);
  }

  add(job: NewJob): Promise<void> {
    return this.adding.add(job);
  }

  addFlow(parent: NewJob, children: readonly NewJob[]): Promise<void> {
    return this.adding.addFlow(parent, children);
  }

  has(jobId: string): Promise<boolean> {
    return this.adding.has(jobId);
  }

  isHeld(jobId: string): Promise<boolean> {
    return this.adding.isHeld(jobId);
  }

  work(processor: Processor): void {
    if (this.working !== undefined) throw new Error('the queue has a worker already');
    this.working = new Working(this.opened(), processor, this.complain);
  }

  async close(): Promise<void> {
    this.isClosing = true;
    await this.working?.close();
    await this.adding.close();
    await this.backend?.close();
  }

  private opened(): QueueBackend {
    return (this.backend ??= this.open());
  }

  /** What is not there is missed at every look, and said once a minute; of what is being closed, nobody wants to know. */
  private readonly complain = ({ message }: Error): void => {
    const now = performance.now();
    if (this.isClosing || now - (this.saidAt.get(message) ?? -Infinity) < MINUTE_MS) return;
    this.saidAt.set(message, now);
    this.logger.warn(message);
  };
}
