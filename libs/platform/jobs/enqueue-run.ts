import { Injectable } from '@nestjs/common';
import { Database } from '@ciyuan/platform/database';
import { JobQueue, type NewJob } from '@ciyuan/platform/queue';
import { JobFlowsStore } from './job-flows.store';
import { jobIdOf } from './job-run';
import { JobSettings } from './job-settings';

/**
 * Tells workers of a run, and with it of the children that it waits for. Its number is the job's, so telling twice is
 * telling once.
 */
@Injectable()
export class EnqueueRun {
  constructor(
    private readonly database: Database,
    private readonly flows: JobFlowsStore,
    private readonly queue: JobQueue,
    private readonly settings: JobSettings,
  ) {}

  async run(runId: number): Promise<void> {
    const children = await this.database.transaction((tx) => this.flows.openChildren(tx, runId));
    if (children.length === 0) return this.queue.add(this.jobOf(runId));
    // A flow comes into the queue as a whole: where its parent is, it has come.
    if (await this.queue.has(jobIdOf(runId))) return;
    await this.queue.addFlow(
      this.jobOf(runId),
      children.map((id) => this.jobOf(id)),
    );
  }

  private jobOf(runId: number): NewJob {
    const { attempts, pauseMs } = this.settings;
    return { id: jobIdOf(runId), name: 'run', data: { runId }, attempts, pauseMs };
  }
}
