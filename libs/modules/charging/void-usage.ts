import { Injectable } from '@nestjs/common';
import { Database } from '@ciyuan/platform/database';
import { ReportingWindows } from './reporting-windows';
import { TakeBackUsage } from './take-back-usage';
import type { Corrector, UsageToVoid, VoidOutcome } from './void-outcome';

export interface UsageVoids extends Corrector {
  readonly items: readonly UsageToVoid[];
}

/**
 * Makes reported records void by entries of their own: tokens go back to the grants that they came from, charges and
 * costs are taken back, and no other record is rated anew. One outcome for each item, in order; all of it or nothing.
 */
@Injectable()
export class VoidUsage {
  constructor(
    private readonly database: Database,
    private readonly windows: ReportingWindows,
    private readonly takeBackUsage: TakeBackUsage,
  ) {}

  async run({ partner, by, asStaff, items }: UsageVoids): Promise<VoidOutcome[]> {
    if (items.length === 0) return [];
    const window = asStaff ? this.windows.ofStaff() : await this.windows.of(partner);
    return this.database.retrying((tx) => this.takeBackUsage.run(tx, { partner, by, items, window }));
  }
}
