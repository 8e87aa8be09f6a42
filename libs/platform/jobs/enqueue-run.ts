import { Injectable } from '@nestjs/common';
import { JobQueue } from '@ciyuan/platform/queue';
import { jobIdOf } from './job-run';
import { JobSettings } from './job-settings';

/** Tells workers of a run. Its number is the job's, so telling twice is telling once. */
@Injectable()
export class EnqueueRun {
  constructor(
    private readonly queue: JobQueue,
    private readonly settings: JobSettings,
  ) {}

  async run(runId: number): Promise<void> {
    const { attempts, pauseMs } = this.settings;
    await this.queue.add({ id: jobIdOf(runId), name: 'run', data: { runId }, attempts, pauseMs });
  }
}
