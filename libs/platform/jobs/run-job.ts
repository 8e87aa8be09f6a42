import { Injectable, Logger } from '@nestjs/common';
import { refuse, type Result } from '@ciyuan/core/kernel';
import { Clock } from '@ciyuan/platform/clock';
import { Database } from '@ciyuan/platform/database';
import { readWith } from '@ciyuan/platform/validation';
import { JobAttemptsStore, type Attempt } from './job-attempts.store';
import { JobFlowsStore } from './job-flows.store';
import { JobKinds, type JobContext, type JobRefusal, type Progress } from './job-kind';
import type { JobRun } from './job-run';
import { JobSettings } from './job-settings';
import { AttemptInterrupted, AttemptLost, LiveAttempt } from './live-attempt';

const LONGEST_ERROR = 2_000;

/** What becomes of the job in the queue: there is nothing left to do, or it is to come again. */
export type JobOutcome = 'settled' | 'again';

/**
 * Does one attempt of a run, where it is nobody else's. Its row is written last: work whose process ends before that
 * is begun again, and has to find what it did.
 */
@Injectable()
export class RunJob {
  private readonly logger = new Logger(RunJob.name);
  private readonly interruption = new AbortController();

  constructor(
    private readonly database: Database,
    private readonly attempts: JobAttemptsStore,
    private readonly flows: JobFlowsStore,
    private readonly kinds: JobKinds,
    private readonly clock: Clock,
    private readonly settings: JobSettings,
  ) {}

  async run(runId: number, report: Progress): Promise<JobOutcome> {
    const run = await this.begin(runId);
    if (run === undefined) return 'settled';
    const live = this.live(run, report);
    try {
      const context = { runId, requestedBy: run.requestedBy, progress: live.progress };
      const done = await this.work(run, context);
      if (done.ok) await live.flush();
      return await this.finish(run, done);
    } catch (error) {
      return await this.breakOff(run, error);
    } finally {
      await live.end();
    }
  }

  /** Work that reports its progress breaks off at the next report. */
  interrupt(): void {
    this.interruption.abort();
  }

  private begin(runId: number): Promise<JobRun | undefined> {
    const at = this.clock.now();
    const { attempts, lostAfterMs } = this.settings;
    const beginning = { at, lostBefore: at - lostAfterMs, attempts };
    return this.database.retrying((tx) => this.attempts.begin(tx, runId, beginning));
  }

  private live(run: JobRun, report: Progress): LiveAttempt {
    const { database, attempts, settings } = this;
    const now = (): number => this.clock.now();
    const interrupted = this.interruption.signal;
    return new LiveAttempt({
      attempt: attemptOf(run),
      database,
      attempts,
      settings,
      now,
      interrupted,
      report,
    });
  }

  private async work(run: JobRun, context: JobContext): Promise<Result<object, JobRefusal>> {
    const failed = await this.database.transaction((tx) => this.flows.failedChild(tx, run.id));
    if (failed !== undefined) return refuse(refusalOf(failed));
    const kind = this.kinds.get(run.kind);
    if (kind === undefined) throw new Error(`nobody here does ${run.kind}`);
    const parameters = readWith(kind.parameters, run.parameters);
    if (parameters.ok) return kind.run(parameters.value, context);
    return refuse({ code: 'invalid_parameters', detail: JSON.stringify(parameters.refusal) });
  }

  private async finish(run: JobRun, done: Result<object, JobRefusal>): Promise<JobOutcome> {
    const at = this.clock.now();
    await this.database.retrying((tx) =>
      done.ok
        ? this.attempts.finish(tx, attemptOf(run), done.value, at)
        : this.attempts.fail(tx, attemptOf(run), `${done.refusal.code}: ${done.refusal.detail}`, at),
    );
    return 'settled';
  }

  private async breakOff(run: JobRun, error: unknown): Promise<JobOutcome> {
    if (error instanceof AttemptLost) return 'settled';
    const attempt = attemptOf(run);
    const at = this.clock.now();
    if (error instanceof AttemptInterrupted) {
      await this.database.retrying((tx) => this.attempts.takeBack(tx, attempt, at));
      return 'again';
    }
    const text = textOf(error);
    this.logger.error(`${run.kind} ${run.id}, attempt ${run.attempts}: ${text}`);
    const isLast = run.attempts >= this.settings.attempts;
    await this.database.retrying((tx) =>
      isLast ? this.attempts.fail(tx, attempt, text, at) : this.attempts.giveBack(tx, attempt, text, at),
    );
    return isLast ? 'settled' : 'again';
  }
}

const refusalOf = ({ id, kind, error }: JobRun): JobRefusal => ({
  code: 'child_failed',
  detail: `job ${id} (${kind}): ${error ?? ''}`,
});

const attemptOf = ({ id, attempts }: JobRun): Attempt => ({ runId: id, number: attempts });

const textOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, LONGEST_ERROR);
