import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { dayStart, formatInstant } from '@ciyuan/core/kernel';
import { OPERATOR_ZONE } from '@ciyuan/modules/ledger';
import { FindUnanswered } from '@ciyuan/modules/settlement';
import { FindDueWork } from '@ciyuan/modules/subscriptions';
import { Clock } from '@ciyuan/platform/clock';
import { ListJobs, Repeating, RequestJob, type JobState } from '@ciyuan/platform/jobs';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const ENDED: readonly JobState[] = ['done', 'failed'];

/**
 * Asks every minute for what falls due by the clock. Many processes ask under one key, so one job comes of it; a key
 * is of a minute for renewals, and of an hour for expiries: what has lapsed shows as due until its lateness window,
 * in whole hours, is over. Dispute days end at midnight, so the key of confirmations is of a day.
 */
@Injectable()
export class RequestDueWork implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly repeating = new Repeating(new Logger(RequestDueWork.name), MINUTE_MS, () => this.run());

  constructor(
    private readonly findDueWork: FindDueWork,
    private readonly findUnanswered: FindUnanswered,
    private readonly requestJob: RequestJob,
    private readonly listJobs: ListJobs,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const now = this.clock.now();
    const due = await this.findDueWork.run(now);
    if (due.renewal) await this.request('renewal', now - (now % MINUTE_MS));
    if (due.expiry) await this.request('expiry', now - (now % HOUR_MS));
    const unanswered = await this.findUnanswered.run(now);
    if (unanswered.length > 0) await this.request('confirmation', dayStart(OPERATOR_ZONE, now));
  }

  onApplicationBootstrap(): void {
    this.repeating.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.repeating.stop();
  }

  /** Unless one is on its way: it will find what is due when it is worked on. */
  private async request(kind: string, since: number): Promise<void> {
    const { items } = await this.listJobs.run({ kind, limit: 1, sort: '-id' });
    const [latest] = items;
    if (latest !== undefined && !ENDED.includes(latest.state)) return;
    const requestKey = `${kind} due ${formatInstant(since)}`;
    const run = await this.requestJob.run({ kind, parameters: {}, requestedBy: 'clock', requestKey });
    if (!run.ok) throw new Error(`${requestKey}: ${run.refusal.code}`);
  }
}
