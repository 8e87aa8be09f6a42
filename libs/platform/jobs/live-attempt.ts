import type { Instant } from '@ciyuan/core/kernel';
import type { Database, Tx } from '@ciyuan/platform/database';
import type { Attempt, JobAttemptsStore } from './job-attempts.store';
import type { Progress } from './job-kind';
import type { JobSettings } from './job-settings';

/** The run was given to somebody else meanwhile: what is left to do is theirs. */
export class AttemptLost extends Error {
  override readonly name = 'AttemptLost';
}

/** The process is to end: the run goes back to those that wait. */
export class AttemptInterrupted extends Error {
  override readonly name = 'AttemptInterrupted';
}

export interface LiveAttemptParts {
  readonly attempt: Attempt;
  readonly database: Database;
  readonly attempts: JobAttemptsStore;
  readonly settings: JobSettings;
  readonly now: () => Instant;
  readonly interrupted: AbortSignal;
  /** Shows progress to those that look at the queue. */
  readonly report: Progress;
}

/** An attempt that is worked on: gives signs of life, and writes down how far it is, both not too often. */
export class LiveAttempt {
  private readonly timer: NodeJS.Timeout;
  private beating: Promise<unknown> = Promise.resolve();
  private reportedAt = -Infinity;
  private latest: readonly [done: number, total: number | null] | undefined;

  constructor(private readonly parts: LiveAttemptParts) {
    const { heartbeatEveryMs } = parts.settings;
    this.timer = setInterval(() => {
      this.beating = this.beat();
    }, heartbeatEveryMs);
    this.timer.unref();
  }

  /** Throws {@link AttemptInterrupted} or {@link AttemptLost} where the work is to break off. */
  readonly progress: Progress = async (done, total) => {
    if (this.parts.interrupted.aborted) throw new AttemptInterrupted();
    this.latest = [done, total];
    const now = performance.now();
    if (now - this.reportedAt < this.parts.settings.progressEveryMs) return;
    this.reportedAt = now;
    await this.flush();
  };

  /** Writes down what was told last. */
  async flush(): Promise<void> {
    if (this.latest === undefined) return;
    const [done, total] = this.latest;
    this.latest = undefined;
    const { attempts, attempt, report } = this.parts;
    if (!(await this.write((tx) => attempts.progress(tx, attempt, done, total)))) throw new AttemptLost();
    // Only for those who look at the queue: where it is not there, work does not wait for it.
    void report(done, total).catch(() => undefined);
  }

  async end(): Promise<void> {
    clearInterval(this.timer);
    await this.beating;
  }

  /** A sign of life that fails is followed by others; when none comes through, the run is taken for lost. */
  private async beat(): Promise<void> {
    const { attempts, attempt, now } = this.parts;
    await this.write((tx) => attempts.heartbeat(tx, attempt, now())).catch(() => undefined);
  }

  private write(work: (tx: Tx) => Promise<boolean>): Promise<boolean> {
    return this.parts.database.retrying(work);
  }
}
