import { Injectable } from '@nestjs/common';
import { RecomputeSettlement, type RecomputedSettlement } from '@ciyuan/modules/settlement';
import type { Tx } from '@ciyuan/platform/database';
import { brokenBy, compareFigures, countOf, type FigureDifference } from './figures';
import { figuresOfIssue, figuresOfRun } from './settlement-figures';
import { StoredSettlementStore } from './stored-settlement.store';

export interface SettlementVerdict {
  readonly figures: number;
  /** Of the run that stands; undefined where the month was not settled. */
  readonly state: 'posted' | 'current' | 'stale' | undefined;
  readonly differences: readonly FigureDifference[];
}

/** Calculates the settlement of a month again, and compares its shares, its statements and the journal of its issue. */
@Injectable()
export class VerifySettlement {
  constructor(
    private readonly recomputeSettlement: RecomputeSettlement,
    private readonly stored: StoredSettlementStore,
  ) {}

  async run(tx: Tx, month: string): Promise<SettlementVerdict> {
    let settled: RecomputedSettlement | undefined;
    try {
      settled = await this.recomputeSettlement.run(tx, month);
    } catch (error) {
      return { figures: 0, state: undefined, differences: [brokenBy(`settlement_run of ${month}`, error)] };
    }
    const issue = figuresOfIssue(settled);
    const differences = compareFigures(await this.stored.ofIssue(tx, month), issue);
    if (settled === undefined) return { figures: 0, state: undefined, differences };
    const { run, inputDigest } = settled;
    const isPosted = run.state === 'posted';
    // What was not issued yet may have been overtaken: it says so, and nothing of it is wrong.
    if (!isPosted && inputDigest !== run.inputDigest) return { figures: 0, state: 'stale', differences };
    const computed = figuresOfRun(settled);
    differences.push(...compareFigures(await this.stored.ofRun(tx, run.id), computed));
    const figures = countOf(issue) + countOf(computed);
    return { figures, state: isPosted ? 'posted' : 'current', differences };
  }
}
