import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { z } from 'zod';
import { RelayOutbox, type OutboxListener } from '@ciyuan/platform/outbox';
import { JobQueue, type QueuedJob } from '@ciyuan/platform/queue';
import { EnqueueRun } from './enqueue-run';
import { JobSettings } from './job-settings';
import { Repeating } from './repeating';
import { JOB_REQUESTED } from './request-job';
import { RunJob } from './run-job';
import { SweepJobs } from './sweep-jobs';

const requested = z.object({ run: z.number() });
const queued = z.object({ runId: z.number() });

/**
 * Keeps jobs moving while the process is up: relays requests to the queue, works on what the queue gives, and looks
 * for what went astray. Everything ends before the database's connections do.
 */
@Injectable()
export class JobLoop implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(JobLoop.name);
  private readonly relaying: Repeating;
  private readonly sweeping: Repeating;

  constructor(
    private readonly queue: JobQueue,
    private readonly enqueueRun: EnqueueRun,
    private readonly runJob: RunJob,
    relayOutbox: RelayOutbox,
    sweepJobs: SweepJobs,
    settings: JobSettings,
  ) {
    const listener: OutboxListener = {
      topic: JOB_REQUESTED,
      hear: (payload) => this.enqueueRun.run(requested.parse(payload).run),
    };
    this.relaying = new Repeating(this.logger, settings.relayEveryMs, () => relayOutbox.run([listener]));
    this.sweeping = new Repeating(this.logger, settings.sweepEveryMs, () => sweepJobs.run());
  }

  onApplicationBootstrap(): void {
    this.queue.work((job) => this.work(job));
    this.relaying.start();
    this.sweeping.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.runJob.interrupt();
    await Promise.all([this.relaying.stop(), this.sweeping.stop()]);
    await this.queue.close();
  }

  /** Relays at once what was requested just now. */
  relayNow(): Promise<void> {
    return this.relaying.now();
  }

  private async work(job: QueuedJob): Promise<void> {
    const { runId } = queued.parse(job.data);
    const outcome = await this.runJob.run(runId, (done, total) => job.report(done, total));
    if (outcome === 'again') throw new Error(`run ${runId} is to be tried again`);
  }
}
