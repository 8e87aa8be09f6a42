import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { Clock } from '@ciyuan/platform/clock';
import { Database, type Tx } from '@ciyuan/platform/database';
import type { AcknowledgementRefusal } from '../refusals';
import { SettlementRunsStore } from '../settlement-runs.store';
import { EvaluateVariances } from './evaluate-variances';
import type { VarianceAcknowledgement } from './variance-acknowledgement';
import { VarianceAcknowledgementsStore } from './variance-acknowledgements.store';

export interface VariancesToAcknowledge {
  readonly runId: number;
  /** Each once. */
  readonly findings: readonly string[];
  readonly reason: string;
  readonly by: string;
}

/** Somebody who did not make the run says why findings are right as they are; all of them, or none. */
@Injectable()
export class AcknowledgeVariances {
  constructor(
    private readonly database: Database,
    private readonly runs: SettlementRunsStore,
    private readonly evaluateVariances: EvaluateVariances,
    private readonly acknowledgements: VarianceAcknowledgementsStore,
    private readonly clock: Clock,
  ) {}

  run(
    wanted: VariancesToAcknowledge,
  ): Promise<Result<readonly VarianceAcknowledgement[], AcknowledgementRefusal>> {
    return this.database.retrying((tx) => this.acknowledge(tx, wanted));
  }

  private async acknowledge(
    tx: Tx,
    { runId, findings, reason, by }: VariancesToAcknowledge,
  ): Promise<Result<readonly VarianceAcknowledgement[], AcknowledgementRefusal>> {
    await this.acknowledgements.lock(tx, runId);
    const run = await this.runs.byId(tx, runId);
    if (run === undefined) return refuse({ code: 'not_found' });
    const { kind, state } = run;
    if (kind === 'proforma') return refuse({ code: 'proforma_run' });
    if (state !== 'calculated' && state !== 'in_review') return refuse({ code: 'wrong_state', state });
    if (by === run.createdBy) return refuse({ code: 'second_person_needed' });
    const at = this.clock.now();
    const found = new Set(
      (await this.evaluateVariances.run(tx, run, at))?.findings.map((one) => one.finding),
    );
    const unknown = findings.filter((finding) => !found.has(finding));
    if (unknown.length > 0) return refuse({ code: 'unknown_finding', findings: unknown });
    const told = await this.acknowledgements.ofRun(tx, runId);
    const again = findings.filter((finding) => told.some((one) => one.finding === finding));
    if (again.length > 0) return refuse({ code: 'already_acknowledged', findings: again });
    for (const [index, finding] of findings.entries()) {
      const number = told.length + index + 1;
      await this.acknowledgements.add(tx, { runId, number, finding, reason, by, at });
    }
    return ok((await this.acknowledgements.ofRun(tx, runId)).slice(told.length));
  }
}
