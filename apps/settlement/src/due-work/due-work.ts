import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { ExpireDue, RenewDue } from '@ciyuan/modules/subscriptions';
import { Clock } from '@ciyuan/platform/clock';

const EVERY_MS = 60_000;

export interface DoneWork {
  readonly renewedGrants: number;
  readonly expiredGrants: number;
}

/**
 * What falls due by the clock: cycles to renew, expiries to book. Every minute; each step is safe to repeat and to
 * run beside others, so a lost turn is made up by the next.
 */
@Injectable()
export class DueWork implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(DueWork.name);
  private timer: NodeJS.Timeout | undefined;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly renewDue: RenewDue,
    private readonly expireDue: ExpireDue,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<DoneWork> {
    const now = this.clock.now();
    return { renewedGrants: await this.renewDue.run(now), expiredGrants: await this.expireDue.run(now) };
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.turn = this.run().catch((error: unknown) => this.logger.error(error));
    }, EVERY_MS);
    this.timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.turn;
  }
}
