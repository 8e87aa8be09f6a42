import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { SettleMonth } from '@ciyuan/modules/settlement';
import type { JobContext, JobKind, JobRefusal } from '@ciyuan/platform/jobs';
import { refusedRun } from '../runs/refused-run';
import { newRunSchema, type NewRunRequest } from '../runs/runs.dto';

/** Calculates a month. Begun again after its version was made, it gives that version. */
@Injectable()
export class SettlementJob implements JobKind<NewRunRequest> {
  readonly kind = 'settlement';
  readonly parameters = newRunSchema;

  constructor(private readonly settleMonth: SettleMonth) {}

  async run(
    asked: NewRunRequest,
    { runId, requestedBy, progress }: JobContext,
  ): Promise<Result<object, JobRefusal>> {
    await progress(0, 1);
    const run = await this.settleMonth.run({ ...asked, by: requestedBy, jobRunId: runId });
    if (!run.ok) return refuse(refusedRun(run.refusal));
    const { id, month, version, inputDigest } = run.value;
    await progress(1, 1);
    return ok({ settlementRun: id, month, version, inputDigest });
  }
}
