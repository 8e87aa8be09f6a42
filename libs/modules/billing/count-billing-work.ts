import { Injectable } from '@nestjs/common';
import type { Period } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';
import { BillingWorkStore } from './billing-work.store';

/** What of billing is under way, or was left, when a month ends. */
export interface BillingWork {
  /** Runs that are not final, and bill up to an instant in the month, or to its end. */
  readonly openRuns: number;
  /** Asked for in the month, and not decided. */
  readonly requestedAdjustments: number;
}

/** How much billing waits at a month's end, in the caller's transaction. */
@Injectable()
export class CountBillingWork {
  constructor(private readonly work: BillingWorkStore) {}

  /** `month` is half-open, and ends in itself what ends at its end. */
  async run(tx: Tx, month: Period): Promise<BillingWork> {
    return {
      openRuns: await this.work.openRuns(tx, month),
      requestedAdjustments: await this.work.requestedAdjustments(tx, month),
    };
  }
}
