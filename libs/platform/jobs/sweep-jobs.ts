import { Injectable } from '@nestjs/common';
import { Clock } from '@ciyuan/platform/clock';
import { Database } from '@ciyuan/platform/database';
import { JobQueue } from '@ciyuan/platform/queue';
import { EnqueueRun } from './enqueue-run';
import { JobAttemptsStore, type Beginning, type LostRun } from './job-attempts.store';
import { jobIdOf, type JobRun } from './job-run';
import { JobSettings } from './job-settings';

const RUNS_A_PAGE = 100;

export interface SweptJobs {
  /** How many were put into the queue again. */
  readonly enqueued: number;
  /** How many were lost once too often. */
  readonly failed: number;
}

/**
 * Looks for runs that nobody has heard of for long. Those that the queue does not know either are put there again, a
 * parent with the children that it waits for, and alone once these have ended; those that were begun as often as is allowed have failed.
 */
@Injectable()
export class SweepJobs {
  constructor(
    private readonly database: Database,
    private readonly attempts: JobAttemptsStore,
    private readonly queue: JobQueue,
    private readonly enqueueRun: EnqueueRun,
    private readonly clock: Clock,
    private readonly settings: JobSettings,
  ) {}

  async run(): Promise<SweptJobs> {
    const at = this.clock.now();
    const limits = { at, lostBefore: at - this.settings.lostAfterMs, attempts: this.settings.attempts };
    let [enqueued, failed, after] = [0, 0, 0];
    for (;;) {
      const lost = await this.database.transaction((tx) =>
        this.attempts.lost(tx, limits.lostBefore, after, RUNS_A_PAGE),
      );
      for (const run of lost) {
        if (await this.giveUp(run, limits)) failed += 1;
        else if (await this.enqueueAgain(run)) enqueued += 1;
      }
      if (lost.length < RUNS_A_PAGE) return { enqueued, failed };
      after = lost[lost.length - 1]?.id ?? after;
    }
  }

  private async giveUp(run: JobRun, limits: Beginning): Promise<boolean> {
    if (run.attempts < limits.attempts) return false;
    const error = `lost by its worker ${run.attempts} times`;
    return this.database.retrying((tx) => this.attempts.giveUp(tx, run, error, limits));
  }

  private async enqueueAgain(run: LostRun): Promise<boolean> {
    if (await this.isUnderWay(run)) return false;
    await this.enqueueRun.run(run.id);
    return true;
  }

  /** The queue may still hold back for children what waits for none any more. */
  private async isUnderWay({ id, waits }: LostRun): Promise<boolean> {
    const jobId = jobIdOf(id);
    if (!(await this.queue.has(jobId))) return false;
    return waits || !(await this.queue.isHeld(jobId));
  }
}
