import { Injectable } from '@nestjs/common';
import { ExpireDue, RenewDue } from '@ciyuan/modules/subscriptions';
import { Clock } from '@ciyuan/platform/clock';

export interface DoneWork {
  readonly renewedGrants: number;
  readonly expiredGrants: number;
}

/** What falls due by the clock, at once: cycles to renew, expiries to book. Safe to repeat, and beside its jobs. */
@Injectable()
export class DueWork {
  constructor(
    private readonly renewDue: RenewDue,
    private readonly expireDue: ExpireDue,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<DoneWork> {
    const now = this.clock.now();
    return { renewedGrants: await this.renewDue.run(now), expiredGrants: await this.expireDue.run(now) };
  }
}
