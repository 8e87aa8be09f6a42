import { Injectable } from '@nestjs/common';
import { monthBounds, ok, refuse, type Result } from '@ciyuan/core/kernel';
import type { SettlementInput } from '@ciyuan/core/settlement';
import { OPERATOR_ZONE } from '@ciyuan/modules/ledger';
import { ReRatingRunsStore } from '@ciyuan/modules/usage';
import type { Tx } from '@ciyuan/platform/database';
import { LoadSettlement } from './load-settlement';
import { OpenSuspenseStore } from './open-suspense.store';
import type { IssueRefusal } from './refusals';
import { RollupLinesStore } from './rollup-lines.store';
import type { SettlementRun } from './settlement-run';

export interface CheckedIssue {
  readonly input: SettlementInput;
  /** Records of the month in suspense that the issue does not wait for. */
  readonly waivedSuspense: number;
  /** Costs that no book prices and that are settled as nothing. */
  readonly waivedCosts: number;
}

/** What a person may decide not to wait for; it is stored with the posting. */
export interface Waivers {
  readonly openSuspense: boolean;
  readonly openCosts: boolean;
}

/** Whether an approved run still says all that there is to say of its month; the caller holds the month's lock. */
@Injectable()
export class CheckIssue {
  constructor(
    private readonly rollups: RollupLinesStore,
    private readonly loadSettlement: LoadSettlement,
    private readonly suspense: OpenSuspenseStore,
    private readonly reRatings: ReRatingRunsStore,
  ) {}

  async run(tx: Tx, run: SettlementRun, waived: Waivers): Promise<Result<CheckedIssue, IssueRefusal>> {
    const earlier = await this.rollups.firstUnissued(tx, run.month);
    if (earlier !== undefined) return refuse({ code: 'earlier_month_open', month: earlier });
    const loaded = await this.loadSettlement.run(tx, run.month);
    if (!loaded.ok) return loaded;
    const { input, digest } = loaded.value;
    if (digest !== run.inputDigest) return refuse({ code: 'stale' });
    const voids = await this.reRatings.untouchedVoids(tx, run.month);
    if (voids > 0) return refuse({ code: 'voids_not_re_rated', count: voids });
    const usageMonths = new Set(input.lines.map((line) => line.usageMonth));
    const costs = await this.suspense.costs(tx, [...usageMonths]);
    if (costs > 0 && !waived.openCosts) return refuse({ code: 'cost_suspense_open', count: costs });
    const records = await this.suspense.records(tx, monthBounds(OPERATOR_ZONE, run.month));
    if (records > 0 && !waived.openSuspense) return refuse({ code: 'suspense_open', count: records });
    return ok({ input, waivedSuspense: records, waivedCosts: costs });
  }
}
