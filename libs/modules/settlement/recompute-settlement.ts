import { Injectable } from '@nestjs/common';
import { bookedRevenue, planSettlement, type SettlementPlan } from '@ciyuan/core/settlement';
import type { BookedLine } from '@ciyuan/modules/ledger';
import type { Tx } from '@ciyuan/platform/database';
import { issueJournal, sharesToPost } from './issue-journal';
import { LoadSettlement } from './load-settlement';
import type { SettlementRun } from './settlement-run';
import { SettlementRunsStore } from './settlement-runs.store';

export interface RecomputedSettlement {
  readonly run: SettlementRun;
  /** Of what it is calculated from now. */
  readonly inputDigest: string;
  readonly plan: SettlementPlan;
  /** What issuing it books. */
  readonly journal: readonly BookedLine[];
}

/** Calculates again the run of a month that stands; undefined where the month has none. Writes nothing. */
@Injectable()
export class RecomputeSettlement {
  constructor(
    private readonly runs: SettlementRunsStore,
    private readonly loadSettlement: LoadSettlement,
  ) {}

  async run(tx: Tx, month: string): Promise<RecomputedSettlement | undefined> {
    const run = await this.runs.standing(tx, month);
    if (run === undefined) return undefined;
    const posted = run.postedAt === null ? null : run;
    const loaded = await this.loadSettlement.run(tx, month, run.createdAt, posted);
    if (!loaded.ok) throw new Error(`month ${month} has a run and cannot be read: ${loaded.refusal.code}`);
    const { input, digest } = loaded.value;
    const planned = planSettlement(input);
    if (!planned.ok)
      throw new Error(`month ${month} has a run and cannot be planned: ${planned.refusal.code}`);
    const { splits, statements } = planned.value;
    const revenue = bookedRevenue(input.lines, month);
    const journal = issueJournal({
      month,
      operator: input.operator,
      revenue,
      splits,
      shares: sharesToPost(statements),
    });
    return { run, inputDigest: digest, plan: planned.value, journal };
  }
}
