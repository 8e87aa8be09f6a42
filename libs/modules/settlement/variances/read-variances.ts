import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { Clock } from '@ciyuan/platform/clock';
import { Database } from '@ciyuan/platform/database';
import type { SettlementRun } from '../settlement-run';
import { SettlementRunsStore } from '../settlement-runs.store';
import { EvaluateVariances, type EvaluatedVariances } from './evaluate-variances';
import type { VarianceAcknowledgement } from './variance-acknowledgement';
import { VarianceAcknowledgementsStore } from './variance-acknowledgements.store';

export interface RunVariances {
  readonly run: SettlementRun;
  /** By the policy in force when it was signed, or now; undefined without one. */
  readonly evaluated: EvaluatedVariances | undefined;
  readonly acknowledgements: readonly VarianceAcknowledgement[];
}

/** What of a run is far from the month before, and who has said why. */
@Injectable()
export class ReadVariances {
  constructor(
    private readonly database: Database,
    private readonly runs: SettlementRunsStore,
    private readonly evaluateVariances: EvaluateVariances,
    private readonly acknowledgements: VarianceAcknowledgementsStore,
    private readonly clock: Clock,
  ) {}

  run(runId: number): Promise<Result<RunVariances, { readonly code: 'not_found' }>> {
    return this.database.transaction(async (tx) => {
      const run = await this.runs.byId(tx, runId);
      if (run === undefined) return refuse({ code: 'not_found' });
      const evaluated = await this.evaluateVariances.run(tx, run, run.approvedAt ?? this.clock.now());
      return ok({ run, evaluated, acknowledgements: await this.acknowledgements.ofRun(tx, runId) });
    });
  }
}
