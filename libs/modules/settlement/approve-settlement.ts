import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { Clock } from '@ciyuan/platform/clock';
import { Database, type Tx } from '@ciyuan/platform/database';
import type { ApprovalRefusal } from './refusals';
import type { SettlementRun } from './settlement-run';
import { SettlementRunsStore } from './settlement-runs.store';
import { StatementsStore } from './statements.store';

export interface RunToApprove {
  readonly runId: number;
  readonly by: string;
}

/** A second person signs what was calculated: whoever made the run cannot. */
@Injectable()
export class ApproveSettlement {
  constructor(
    private readonly database: Database,
    private readonly runs: SettlementRunsStore,
    private readonly statements: StatementsStore,
    private readonly clock: Clock,
  ) {}

  run(request: RunToApprove): Promise<Result<SettlementRun, ApprovalRefusal>> {
    return this.database.retrying((tx) => this.approve(tx, request));
  }

  private async approve(
    tx: Tx,
    { runId, by }: RunToApprove,
  ): Promise<Result<SettlementRun, ApprovalRefusal>> {
    const run = await this.runs.byId(tx, runId);
    if (run === undefined) return refuse({ code: 'not_found' });
    const { state } = run;
    if (state !== 'calculated' && state !== 'in_review') return refuse({ code: 'wrong_state', state });
    if (by === run.createdBy) return refuse({ code: 'second_person_needed' });
    const approved = await this.runs.approve(tx, runId, by, this.clock.now());
    // Another version, or another signature, came in between.
    if (approved === undefined) return this.approve(tx, { runId, by });
    await this.statements.approve(tx, runId);
    return ok(approved);
  }
}
