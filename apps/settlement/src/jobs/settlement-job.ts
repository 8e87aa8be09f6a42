import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { FindReRating, SETTLEMENT_STEPS, SettleMonth } from '@ciyuan/modules/settlement';
import type { JobContext, JobFlow, JobKind, JobRefusal } from '@ciyuan/platform/jobs';
import { refusedRun } from '../runs/refused-run';
import { newRunSchema, type NewRunRequest } from '../runs/runs.dto';
import type { ReRatingRequest } from './re-rating-job';

/**
 * Calculates a month. Accounts with voids are rated anew first, in jobs of their own; what is void since is found by
 * the run itself. Begun again after its version was made, it gives that version.
 */
@Injectable()
export class SettlementJob implements JobKind<NewRunRequest> {
  readonly kind = 'settlement';
  readonly parameters = newRunSchema;

  constructor(
    private readonly settleMonth: SettleMonth,
    private readonly findReRating: FindReRating,
  ) {}

  async flow(asked: NewRunRequest): Promise<JobFlow> {
    const { month } = asked;
    const parts = await this.findReRating.run(asked);
    const children = parts.map((part) => {
      const parameters: ReRatingRequest = { month, ...part };
      return { kind: 're_rating', parameters, totalSteps: part.accounts };
    });
    return { children, totalSteps: SETTLEMENT_STEPS };
  }

  async run(
    asked: NewRunRequest,
    { runId, requestedBy, progress }: JobContext,
  ): Promise<Result<object, JobRefusal>> {
    const onStep = (done: number): Promise<void> => progress(done, SETTLEMENT_STEPS);
    await onStep(0);
    const run = await this.settleMonth.run({ ...asked, by: requestedBy, jobRunId: runId, onStep });
    if (!run.ok) return refuse(refusedRun(run.refusal));
    const { id, month, version, inputDigest } = run.value;
    await onStep(SETTLEMENT_STEPS);
    return ok({ settlementRun: id, month, version, inputDigest });
  }
}
