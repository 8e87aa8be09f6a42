import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { Database, type Tx } from '@ciyuan/platform/database';
import type { SubmissionRefusal } from './refusals';
import type { SettlementRun } from './settlement-run';
import { SettlementRunsStore } from './settlement-runs.store';
import { StatementsStore } from './statements.store';
import { VarianceAcknowledgementsStore } from './variances/variance-acknowledgements.store';

/**
 * Whoever makes settlements says that a calculated run is ready to be looked at, its statements with it. It changes no
 * figure, and nobody has to wait for it: a run may be signed as it was calculated.
 */
@Injectable()
export class SubmitSettlement {
  constructor(
    private readonly database: Database,
    private readonly runs: SettlementRunsStore,
    private readonly statements: StatementsStore,
    private readonly acknowledgements: VarianceAcknowledgementsStore,
  ) {}

  run(runId: number): Promise<Result<SettlementRun, SubmissionRefusal>> {
    return this.database.retrying((tx) => this.submit(tx, runId));
  }

  private async submit(tx: Tx, runId: number): Promise<Result<SettlementRun, SubmissionRefusal>> {
    await this.acknowledgements.lock(tx, runId);
    const run = await this.runs.byId(tx, runId);
    if (run === undefined) return refuse({ code: 'not_found' });
    if (run.kind === 'proforma') return refuse({ code: 'proforma_run' });
    if (run.state !== 'calculated') return refuse({ code: 'wrong_state', state: run.state });
    const submitted = await this.runs.submit(tx, runId);
    // Another version came in between.
    if (submitted === undefined) return this.submit(tx, runId);
    await this.statements.submit(tx, runId);
    return ok(submitted);
  }
}
