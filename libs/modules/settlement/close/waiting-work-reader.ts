import { Injectable } from '@nestjs/common';
import { monthBounds } from '@ciyuan/core/kernel';
import type { CloseFinding } from '@ciyuan/core/settlement';
import { CountBillingWork, type BillingWork } from '@ciyuan/modules/billing';
import { OPERATOR_ZONE } from '@ciyuan/modules/ledger';
import { CountDueWork, type DueWorkCounted } from '@ciyuan/modules/subscriptions';
import { Clock } from '@ciyuan/platform/clock';
import type { Tx } from '@ciyuan/platform/database';

/** What waits to be done at a month's end, asked for at the doors of the modules that do it. */
@Injectable()
export class WaitingWorkReader {
  constructor(
    private readonly countDueWork: CountDueWork,
    private readonly countBillingWork: CountBillingWork,
    private readonly clock: Clock,
  ) {}

  async due(tx: Tx, month: string, what: keyof DueWorkCounted): Promise<CloseFinding> {
    const { end } = monthBounds(OPERATOR_ZONE, month);
    return { count: (await this.countDueWork.run(tx, end, this.clock.now()))[what], example: null };
  }

  async billing(tx: Tx, month: string, what: keyof BillingWork): Promise<CloseFinding> {
    const work = await this.countBillingWork.run(tx, monthBounds(OPERATOR_ZONE, month));
    return { count: work[what], example: null };
  }
}
