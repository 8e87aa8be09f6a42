import { Injectable } from '@nestjs/common';
import { periodContaining, type Period } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';
import type { AnchoredPeriod } from './chargeable-usage.store';
import { BillingWorkStore, type Anchor } from './billing-work.store';

/** What of billing is under way, or was left, when a month ends. */
export interface BillingWork {
  /** Runs that are not final, and bill up to an instant in the month, or to its end. */
  readonly openRuns: number;
  /** Accounts whose period ended in the month, with usage that no final run has looked at. */
  readonly unbilledAccounts: number;
  /** Asked for in the month, and not decided. */
  readonly requestedAdjustments: number;
}

/**
 * How much billing waits at a month's end, in the caller's transaction. Where nobody has ever asked for a bill run, the
 * operator bills elsewhere, and no usage counts as unbilled.
 */
@Injectable()
export class CountBillingWork {
  constructor(private readonly work: BillingWorkStore) {}

  /** `month` is half-open, and ends in itself what ends at its end. */
  async run(tx: Tx, month: Period): Promise<BillingWork> {
    const runs = await this.work.runs(tx, month);
    const periods = runs.ever === 0 ? [] : endingIn(month, await this.work.anchors(tx));
    return {
      openRuns: runs.open,
      unbilledAccounts: await this.work.unbilledAccounts(tx, periods),
      requestedAdjustments: await this.work.requestedAdjustments(tx, month),
    };
  }
}

/** Of each way to cut periods, the one that ended in the month. */
const endingIn = ({ start, end }: Period, anchors: readonly Anchor[]): AnchoredPeriod[] =>
  anchors.flatMap(({ zone, anchorDay }) => {
    const endsAt = periodContaining(zone, anchorDay, end).start;
    if (endsAt <= start) return [];
    return [{ ...periodContaining(zone, anchorDay, endsAt - 1), zone, anchorDay }];
  });
