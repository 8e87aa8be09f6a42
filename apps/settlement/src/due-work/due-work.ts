import { Injectable } from '@nestjs/common';
import { ConfirmUnanswered } from '@ciyuan/modules/settlement';
import { ExpireDue, RenewDue } from '@ciyuan/modules/subscriptions';
import { Clock } from '@ciyuan/platform/clock';

export interface DoneWork {
  readonly renewedGrants: number;
  readonly expiredGrants: number;
  readonly confirmedStatements: number;
}

/** What falls due by the clock, at once: cycles to renew, expiries to book, statements that nobody
 * answered. Safe to repeat, and beside its jobs. */
@Injectable()
export class DueWork {
  constructor(
    private readonly renewDue: RenewDue,
    private readonly expireDue: ExpireDue,
    private readonly confirmUnanswered: ConfirmUnanswered,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<DoneWork> {
    const now = this.clock.now();
    return {
      renewedGrants: await this.renewDue.run(now),
      expiredGrants: await this.expireDue.run(now),
      confirmedStatements: await this.confirmUnanswered.run(now),
    };
  }
}
