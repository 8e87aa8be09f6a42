import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { Clock } from '@ciyuan/platform/clock';
import { Database, type Tx } from '@ciyuan/platform/database';
import type { ApprovalRefusal } from './refusals';
import type { SettlementRun } from './settlement-run';
import { SettlementRunsStore } from './settlement-runs.store';
import { StatementsStore } from './statements.store';
import { EvaluateVariances } from './variances/evaluate-variances';
import { VarianceAcknowledgementsStore } from './variances/variance-acknowledgements.store';

export interface RunToApprove {
  readonly runId: number;
  readonly by: string;
}

/**
 * A second person signs what was calculated: whoever made the run cannot, and nobody can while something is far from the
 * month before without a reason.
 */
@Injectable()
export class ApproveSettlement {
  constructor(
    private readonly database: Database,
    private readonly runs: SettlementRunsStore,
    private readonly statements: StatementsStore,
    private readonly evaluateVariances: EvaluateVariances,
    private readonly acknowledgements: VarianceAcknowledgementsStore,
    private readonly clock: Clock,
  ) {}

  run(request: RunToApprove): Promise<Result<SettlementRun, ApprovalRefusal>> {
    return this.database.retrying((tx) => this.approve(tx, request));
  }

  private async approve(
    tx: Tx,
    { runId, by }: RunToApprove,
  ): Promise<Result<SettlementRun, ApprovalRefusal>> {
    await this.acknowledgements.lock(tx, runId);
    const run = await this.runs.byId(tx, runId);
    if (run === undefined) return refuse({ code: 'not_found' });
    const { kind, state } = run;
    if (kind === 'proforma') return refuse({ code: 'proforma_run' });
    if (state !== 'calculated' && state !== 'in_review') return refuse({ code: 'wrong_state', state });
    if (by === run.createdBy) return refuse({ code: 'second_person_needed' });
    const at = this.clock.now();
    const evaluated = await this.evaluateVariances.run(tx, run, at);
    const findings = evaluated?.findings.map(({ finding }) => finding) ?? [];
    const open = await this.unexplained(tx, runId, findings);
    if (open.length > 0) return refuse({ code: 'variances_open', findings: open });
    const approved = await this.runs.approve(tx, runId, by, at);
    // Another version came in between.
    if (approved === undefined) return this.approve(tx, { runId, by });
    await this.statements.approve(tx, runId);
    if (evaluated !== undefined) {
      const { policyVersionId } = evaluated;
      await this.acknowledgements.addReview(tx, { runId, policyVersionId, findings, by, at });
    }
    return ok(approved);
  }

  private async unexplained(tx: Tx, runId: number, findings: readonly string[]): Promise<string[]> {
    const told = await this.acknowledgements.ofRun(tx, runId);
    const explained = new Set(told.map(({ finding }) => finding));
    return findings.filter((finding) => !explained.has(finding));
  }
}
